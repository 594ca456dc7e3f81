import type { Random } from './random.ts';

/** How often a value of a label occurs, beside the others of that label. Failures happen to healthy systems, too. */
export function weightOf(label: string, value: string, random: Random): number {
  // Time passes on all of them alike.
  if (label === 'cpu') return 1;
  const known = WEIGHTS.find(([pattern]) => pattern.test(value));
  return known === undefined ? random.between(0.4, 1.2) : known[1];
}

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^(5\d\d|5xx|error|failed|failure|fail|rejected|dropped|no_match|needs_probe)$/i, 0.004],
  [/^(4\d\d|4xx|client_error|1xx)$/i, 0.03],
  [/^(3\d\d|3xx)$/i, 0.05],
  [/^(2\d\d|2xx|ok|success|completed|ready|strict_match)$/i, 1],
  [/^idle$/, 0.88],
  [/^(user)$/, 0.07],
  [/^(system)$/, 0.03],
  [/^(iowait)$/, 0.01],
  [/^(irq|softirq|nice|steal)$/, 0.0025],
  [/^GET$/, 2],
  [/^POST$/, 0.8],
  [/^(PUT|PATCH|DELETE|HEAD|OPTIONS)$/, 0.2],
];
