/** What somebody says about the metrics of one family. */
export interface Family {
  /** As exporters name it: `counter`, `untyped`, `stateset`. */
  readonly type: string;
  readonly help: string;
  /** As OpenMetrics and metadata give it; mostly empty. */
  readonly unit: string;
}

/** The series of one name. */
export interface SeenSeries {
  count: number;
  /** Label values by label, `le` and `quantile` too. */
  readonly labels: Map<string, Set<string>>;
  /** Every value was 1. */
  ones: boolean;
}

/** All that was seen of metrics. */
export class Seen {
  readonly families = new Map<string, Family>();
  readonly series = new Map<string, SeenSeries>();

  addFamily(name: string, said: Partial<Family>): void {
    const before = this.families.get(name) ?? { type: 'unknown', help: '', unit: '' };
    this.families.set(name, { ...before, ...said });
  }

  addName(name: string): SeenSeries {
    const known = this.series.get(name) ?? { count: 0, labels: new Map(), ones: true };
    this.series.set(name, known);
    return known;
  }

  /**
   * @param labels without the name
   * @param value absent where it was not told
   */
  addSeries(name: string, labels: Iterable<readonly [string, string]>, value?: number): void {
    const series = this.addName(name);
    series.count++;
    if (value !== 1) series.ones = false;
    for (const [label, text] of labels) {
      const values = series.labels.get(label) ?? new Set();
      // More are no closed set anyway.
      if (values.size < MANY) values.add(text);
      series.labels.set(label, values);
    }
  }
}

/** Bounds of buckets are kept all. */
const MANY = 1000;
