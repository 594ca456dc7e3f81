import { diffArrays } from 'diff';

import type { Outcome } from './bench.ts';
import type { PrintedAlert, Sample } from './promtool-output.ts';

/**
 * What a case expected and what it got instead, a line each, `-` and `+` before those that differ.
 *
 * @returns `undefined` where it passed
 */
export function differenceOf({ alerts, values, error }: Outcome): string | undefined {
  if (error !== undefined) return `promtool: ${error}`;
  if (alerts.length === 0 && values.length === 0) return undefined;
  return [
    ...alerts.map(({ expected, got, time }) =>
      [`at ${time}:`, ...difference(alertLines(expected), alertLines(got))].join('\n'),
    ),
    ...values.map(({ expr, expected, got, error: refused }) =>
      [
        `${expr}:`,
        ...(refused === undefined
          ? difference(expected.map(sampleLine), got.map(sampleLine))
          : [refused]),
      ].join('\n'),
    ),
  ].join('\n');
}

function difference(expected: readonly string[], got: readonly string[]): readonly string[] {
  return diffArrays([...expected], [...got]).flatMap(({ added, removed, value }) =>
    value.map((line) => `${removed ? '-' : added ? '+' : ' '} ${line}`),
  );
}

/** Sorted, so that the order in which series are found does not count. */
function alertLines(alerts: readonly PrintedAlert[]): readonly string[] {
  if (alerts.length === 0) return ['is quiet'];
  const sorted = [...alerts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return sorted.flatMap(({ labels, annotations }) => [
    'fires',
    ...Object.entries(labels)
      .filter(([name]) => name !== 'alertname')
      .map(([name, value]) => `  ${name}: ${value}`),
    ...Object.entries(annotations).map(([name, value]) => `  ${name}: ${value}`),
  ]);
}

function key({ labels }: PrintedAlert): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function sampleLine({ labels, value }: Sample): string {
  const pairs = Object.entries(labels).map(([name, text]) => `${name}=${JSON.stringify(text)}`);
  return `{${pairs.join(', ')}} ${value}`;
}
