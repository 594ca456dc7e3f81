import { type DataFrame, FieldType } from '@grafana/data';

import { isRecord, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { levelOf, type LogLevel } from './level-of.ts';

export interface LogLine {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly level: LogLevel;
}

export interface LogLines {
  /** In the order in which they are listed. */
  readonly lines: readonly LogLine[];
  /** Labels that all lines have: they say nothing of one of them. */
  readonly common: Readonly<Record<string, string>>;
}

export function logLines({ frames, options }: PanelProps): LogLines {
  const sign = options['sortOrder'] === 'Ascending' ? 1 : -1;
  const lines = withoutRepeats(frames.flatMap(linesOf), options['dedupStrategy']).sort(
    (a, b) => sign * (a.time - b.time),
  );
  return { lines, common: commonLabels(lines) };
}

function linesOf({ fields, length }: DataFrame): LogLine[] {
  const times = fields.find(({ type }) => type === FieldType.time);
  const texts = fields.find(({ type }) => type === FieldType.string);
  const labels = fields.find(({ type, name }) => type === FieldType.other && name === 'labels');
  if (times === undefined || texts === undefined) return [];
  return Array.from({ length }, (_, index) => {
    const text = textOf(texts.values[index]);
    const own = ownLabels(labels?.values[index] ?? texts.labels);
    return { time: Number(times.values[index]), text, labels: own, level: levelOf(text, own) };
  });
}

function ownLabels(labels: unknown): Record<string, string> {
  return isRecord(labels)
    ? Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, textOf(value)]))
    : {};
}

/** Of lines that are the same, or the same but for numbers or but for words, the first. */
function withoutRepeats(lines: readonly LogLine[], strategy: unknown): LogLine[] {
  const seen = new Set<string>();
  return lines.filter(({ text }) => {
    const key =
      strategy === 'exact'
        ? text
        : strategy === 'numbers'
          ? text.replaceAll(/\d/g, '')
          : strategy === 'signature'
            ? text.replaceAll(/\w/g, '')
            : undefined;
    if (key === undefined) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function commonLabels(lines: readonly LogLine[]): Record<string, string> {
  const [first, ...rest] = lines;
  if (first === undefined) return {};
  return Object.fromEntries(
    Object.entries(first.labels).filter(([name, value]) =>
      rest.every(({ labels }) => labels[name] === value),
    ),
  );
}
