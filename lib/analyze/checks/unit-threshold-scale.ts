import { atPanel, type GrafanaUnit, type Panel, toGrafanaUnit } from '../../model/index.ts';
import { type Expr, type Inference } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { rateIn } from '../rate-in.ts';
import { alertsOf } from '../rules-of.ts';
import { changesValues, statedUnit } from '../stated-unit.ts';

export default defineCheck({
  code: 'unit/threshold-scale',
  severity: 'warning',
  docs: {
    summary:
      'Disallow thresholds and axes in percent for values from 0 to 1, and the other way round',
    why: 'The colour never changes, or the bar never leaves the left edge, whatever happens.',
    bad: "gauge('Full', '').query(m.queue_depth.sum().div(m.queue_depth.sum())).unit('percentunit').thresholds({ critical: 90 })",
    good: "gauge('Full', '').query(m.queue_depth.sum().div(m.queue_depth.sum())).unit('percentunit').thresholds({ critical: 0.9 })",
  },
  run(analysis, report) {
    for (const { expression } of alertsOf(analysis)) reportAlert(expression, report);
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const analyzed of panelsOf(analysis)) {
      if (!hasScale(analyzed.panel)) continue;
      const unit = onlyUnitOf(analyzed);
      const found = unit === undefined ? undefined : outOfScale(unit, analyzed.panel);
      if (found === undefined) continue;
      const { what, value, right } = found;
      report({
        message: `${what} of \`${value}\` is \`${value * (unit === 'percentunit' ? 100 : 1)} %\`: the values of \`${analyzed.panel.props.title}\` are shown in \`${unit}\``,
        hint: `\`${right}\``,
        where: atPanel(loaded, analyzed.panel),
      });
    }
  },
});

/** A part of a whole is never more than 1. */
function reportAlert(expression: AnalyzedExpression, report: (finding: Finding) => void): void {
  for (const { node, of, op, value } of decidingConditions(expression)) {
    if (value < FAR || value > 100 || !isPart(of, expression.inference)) continue;
    report({
      message: `\`${op} ${value}\` is \`${value * 100} %\`: a part of a whole is between 0 and 1`,
      hint: `\`${op} ${value / 100}\``,
      where: expression.where(node),
    });
  }
}

/** What some events of a counter are of all of them, or a ratio by its declaration. */
function isPart(of: Expr, inference: Inference): boolean {
  if (of.kind === 'selector') {
    const { unit, guessed } = inference.of(of);
    return !guessed && unit?.role === 'ratio' && unit.scale === 1;
  }
  if (of.kind !== 'binary' || of.op !== '/') return false;
  const [some, all] = [rateIn(of.left), rateIn(of.right)].map((call) => call?.args[0]);
  if (some?.kind !== 'matrix' || all?.kind !== 'matrix') return false;
  return some.of.name !== undefined && some.of.name === all.of.name;
}

/** The unit of all of its queries, stated or inferred. */
function onlyUnitOf({ panel, queries }: AnalyzedPanel): GrafanaUnit | undefined {
  if (changesValues(panel.props)) return undefined;
  const units = queries.map(({ query, expression }) => {
    const { unit, guessed } = expression.inference.of(expression.node);
    const inferred = unit === undefined || guessed ? undefined : toGrafanaUnit(unit);
    return statedUnit(panel, query, expression) ?? inferred;
  });
  return units.every((unit) => unit === units[0]) ? units[0] : undefined;
}

/** Few panels have any, and units cost more to find out. */
function hasScale({ props }: Panel): boolean {
  return props.field.max !== undefined || props.field.thresholds !== undefined;
}

interface OutOfScale {
  readonly what: string;
  readonly value: number;
  readonly right: number;
}

function outOfScale(unit: GrafanaUnit, { props }: Panel): OutOfScale | undefined {
  const { thresholds, max } = props.field;
  if (unit === 'percentunit') {
    if (max === 100) return { what: 'a maximum', value: max, right: 1 };
    const steps = thresholds?.mode === 'absolute' ? thresholds.steps : [];
    const far = steps.find(({ from }) => from >= FAR)?.from;
    return far === undefined ? undefined : { what: 'a threshold', value: far, right: far / 100 };
  }
  const isBar = props.kind === 'gauge' || props.kind === 'barGauge';
  if (unit !== 'percent' || max !== 1 || !isBar) return undefined;
  return { what: 'a maximum', value: max, right: 100 };
}

/** Five times of all there is: nobody watches for that much. Above 100 it is no percentage either. */
const FAR = 5;
