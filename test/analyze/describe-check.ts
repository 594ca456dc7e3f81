import { describe, expect, it } from 'vitest';

import { analysesOf } from '../../lib/analyze/analysis.ts';
import type { Check } from '../../lib/analyze/index.ts';
import { runCheck } from '../../lib/analyze/run.ts';
import type { Diagnostic } from '../../lib/diagnostics/index.ts';
import * as authoring from '../../lib/index.ts';
import { parse } from '../../lib/promql/index.ts';
import { m, projectOf, type Subject } from './shop.ts';

/** One behaviour of a check. */
export interface Row {
  readonly name: string;
  readonly of: Subject;
  /** The text over the carets of each finding, or nothing where no text is to blame; absent: there is none. */
  readonly marks?: readonly (string | undefined)[];
  /** Of the first finding. */
  readonly message?: string;
  readonly hint?: string;
  readonly severity?: Diagnostic['severity'];
}

/** Tests of one check: its table, its documentation, and that nothing makes it throw. */
export function describeCheck(check: Check, rows: readonly Row[]): void {
  describe(check.code, () => {
    it.each(rows.map((row) => ({ ...row })))('$name', (row) => {
      const found = diagnosticsOf(check, row.of);
      expect(found.map(({ where: { source } }) => marked(source))).toEqual(row.marks ?? []);
      const [first] = found;
      if (row.message !== undefined) expect(first?.message).toBe(row.message);
      if (row.hint !== undefined) expect(first?.hint).toBe(row.hint);
      if (first !== undefined) expect(first.severity).toBe(row.severity ?? check.severity);
    });

    it('has a hit and a near miss', () => {
      expect(rows.some(({ marks }) => marks !== undefined)).toBe(true);
      expect(rows.some(({ marks }) => marks === undefined)).toBe(true);
    });

    it('gives its summary as an order on one line', () => {
      expect(check.docs.summary).toMatch(/^(Disallow|Require|Prefer) .+[^.\s]$/);
    });

    it('reports the bad example', () => {
      const found = diagnosticsOf(check, subjectOf(check.docs.bad));
      expect(found.map(({ code }) => code)).toEqual([check.code]);
    });

    it('does not report the good example', () => {
      expect(diagnosticsOf(check, subjectOf(check.docs.good))).toEqual([]);
    });

    it.each(BROKEN)('does not throw for `%s`', (text) => {
      const { expr } = parse(text);
      const node = expr ?? { kind: 'variable', variable: { name: 'x', text: '$x' } };
      expect(() => diagnosticsOf(check, { node, legendFormat: '{{x}} {{' })).not.toThrow();
    });
  });
}

function diagnosticsOf(check: Check, subject: Subject): Diagnostic[] {
  return projectOf(subject)
    .systems.flatMap((system) => [...analysesOf(system)])
    .flatMap((analysis) => runCheck(check, analysis));
}

function marked(source: Diagnostic['where']['source']): string | undefined {
  return source?.text.slice(source.span.start, source.span.end);
}

/** Examples are TypeScript in which everything that authors use and the test's metrics are there. */
function subjectOf(example: string): Subject {
  const scope = { ...authoring, m };
  const names = Object.keys(scope);
  return new Function(...names, `return (${example});`)(...Object.values(scope)) as Subject;
}

const BROKEN = [
  ['sum('],
  ['sum by (a'],
  ['rate(x)'],
  ['rate(x[5m'],
  ['x{a='],
  ['x{a=~"("}'],
  ['{}'],
  ['1 + '],
  ['a / on (b'],
  ['a and 1'],
  ['-"text"'],
  ['topk(x)'],
  ['histogram_quantile(0.9)'],
  ['label_replace(x, "a", "$1", "b", "(")'],
  ['nosuchfunction(x)'],
  ['x offset'],
  ['x[5m:]'],
  ['$x > $'],
  ['${prefix}_total{job="$job"}[$__rate_interval]'],
  ['sum(rate(requests_total[5m])) by (nothing) / on (x) group_left (y) sum(z)'],
] as const;
