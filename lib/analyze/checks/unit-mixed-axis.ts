import { agreement } from '../../promql/index.ts';
import { type InferredUnit, unitText } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { changesValues } from '../stated-unit.ts';

export default defineCheck({
  code: 'unit/mixed-axis',
  severity: 'warning',
  docs: {
    summary: 'Require an axis for each unit of a graph',
    why: 'Seconds and bytes on one axis are numbers of which nobody knows what they are, and the smaller ones lie flat.',
    bad: "timeseries('Load', '').query(m.payload_bytes.sum.rate().sum(), m.latency_seconds.max())",
    good: "timeseries('Load', '').query(m.payload_bytes.sum.rate().sum(), m.latency_seconds.max()).override(byQuery('B'), { unit: 's', axisPlacement: 'right' })",
  },
  run(analysis, report) {
    for (const analyzed of panelsOf(analysis)) {
      const { kind, overrides } = analyzed.panel.props;
      if (kind !== 'timeseries' || overrides.length > 0 || changesValues(analyzed.panel.props))
        continue;
      const [first, second] = differentUnits(analyzed);
      if (first === undefined || second === undefined) continue;
      report({
        message: `\`${analyzed.panel.props.title}\` has \`${unitText(first.unit)}\` and \`${unitText(second.unit)}\` on one axis`,
        hint: "`.override(byQuery('B'), { unit: …, axisPlacement: 'right' })`, or another panel",
        where: second.expression.where(),
      });
    }
  },
});

interface Measured {
  readonly unit: InferredUnit;
  readonly expression: AnalyzedPanel['queries'][number]['expression'];
}

/** The first query that is shown, and the first one that measures something else. */
function differentUnits({ queries }: AnalyzedPanel): readonly Measured[] {
  const measured = queries.flatMap(({ query, expression }): Measured[] => {
    const { unit, guessed } = expression.inference.of(expression.node);
    if (query.hide === true || unit === undefined || guessed || !isPhysical(unit)) return [];
    return [{ unit, expression }];
  });
  const [first] = measured;
  const other = measured.find(({ unit }) => first && agreement(first.unit, unit) === 'dimension');
  return first === undefined || other === undefined ? [] : [first, other];
}

/** Things that are counted may share an axis, whatever they are. */
function isPhysical({ dimensions }: InferredUnit): boolean {
  return ['seconds', 'bytes', 'joules', 'celsius', 'meters', 'volts', 'amperes', 'timestamp'].some(
    (name) => (dimensions[name] ?? 0) > 0,
  );
}
