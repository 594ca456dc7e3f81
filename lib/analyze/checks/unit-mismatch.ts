import { PHYSICAL_UNITS } from '../../catalog/index.ts';
import { type GrafanaUnit, type Panel, shownUnit, toGrafanaUnit } from '../../model/index.ts';
import { type InferredUnit, unitText } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { statedUnit } from '../stated-unit.ts';
import { meaningOf, type UnitMeaning } from '../unit-meaning.ts';

export default defineCheck({
  code: 'unit/mismatch',
  severity: 'error',
  docs: {
    summary: 'Disallow a unit of a panel that contradicts the unit of its query',
    why: 'The number is right and what is written behind it is not: bytes per second shown as bytes, a ratio as percent.',
    bad: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('bytes')",
    good: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('Bps')",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      for (const { query, expression } of queries) {
        const unit = statedUnit(panel, query, expression);
        const finding = unit === undefined ? undefined : findingOf(unit, panel, expression);
        if (finding !== undefined) report(finding);
      }
    }
  },
});

function findingOf(
  unit: GrafanaUnit,
  panel: Panel,
  expression: AnalyzedExpression,
): Finding | undefined {
  const info = expression.inference.of(expression.node);
  const meaning = meaningOf(unit);
  if (meaning === undefined || info.unit === undefined || info.guessed) return undefined;
  if (fits(meaning, shownUnit(info.unit))) return undefined;
  const right = toGrafanaUnit(info.unit);
  return {
    message: `\`${panel.props.title}\` has the unit \`${unit}\`, but its query is in \`${unitText(info.unit)}\``,
    ...(right === undefined ? {} : { hint: `.unit('${right}'), or leave it out` }),
    where: expression.where(),
  };
}

function fits(meaning: UnitMeaning, unit: InferredUnit): boolean {
  // Numbers without a dimension of their own fit wherever they are put.
  if (unit.role === 'number' || unit.role === 'state' || unit.role === 'info') return true;
  if (meaning.kind === 'rate') return fitsRate(meaning.per, unit);
  if (unit.role === 'count') return Object.keys(meaning.dimensions).length === 0;
  return sameDimensions(meaning.dimensions, unit.dimensions) && near(meaning.scale, unit.scale);
}

function fitsRate(per: 'second' | 'minute', { dimensions, scale, role }: InferredUnit): boolean {
  const counted = Object.keys(dimensions).filter((name) => name !== 'seconds');
  if (counted.some((name) => Object.hasOwn(PHYSICAL_UNITS, name))) return false;
  // An increase over a window of a minute is a number per minute, though nothing in it says so.
  if (dimensions.seconds === undefined && per === 'minute')
    return counted.length > 0 || role === 'count';
  return dimensions.seconds === -1 && near(scale, per === 'second' ? 1 : 1 / 60);
}

function sameDimensions(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((name) => a[name] === b[name]);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.abs(a);
}
