import { parseDuration, printDuration } from './duration-text.ts';

/** A duration as Prometheus and Grafana write it, one unit: `'30s'`, `'5m'`, `'1h'`. */
export type DurationText = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w'}`;

/** What an author may write where a length of time is wanted. */
export type DurationLike = Duration | DurationText;

/** A length of time. Whole milliseconds, never negative. */
export class Duration {
  readonly milliseconds: number;

  private constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  static milliseconds(n: number): Duration {
    return new Duration(n);
  }

  static seconds(n: number): Duration {
    return new Duration(n * 1_000);
  }

  static minutes(n: number): Duration {
    return new Duration(n * 60_000);
  }

  /**
   * Reads `90s`, `1h30m` or a Duration.
   *
   * @throws RangeError for anything else; the type refuses most of it in the editor
   */
  static of(text: DurationLike | string): Duration {
    if (text instanceof Duration) return text;
    const found = Duration.parse(text);
    if (found === undefined) {
      throw new RangeError(
        `\`${text}\` is not a duration; write one like \`30s\`, \`5m\` or \`1h\``,
      );
    }
    return found;
  }

  /** `undefined` where `text` is not a Prometheus duration. Fractions are not durations there. */
  static parse(text: string): Duration | undefined {
    const milliseconds = parseDuration(text);
    return milliseconds === undefined ? undefined : new Duration(milliseconds);
  }

  get inSeconds(): number {
    return this.milliseconds / 1_000;
  }

  /** Prometheus's spelling: `90s` is `1m30s`, `60m` is `1h`, `500ms`. */
  toString(): string {
    return printDuration(this.milliseconds);
  }
}
