import { atPanel, type GrafanaUnit, type Panel, toGrafanaUnit } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
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
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const analyzed of panelsOf(analysis)) {
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

/** Five times of all there is: nobody watches for that much. */
const FAR = 5;
