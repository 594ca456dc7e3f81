import { labelOf, variablesIn } from '../../promql/index.ts';
import type { Analysis, AnalyzedExpression } from '../analysis.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
import { queryVariablesOf } from '../query-variables.ts';

export default defineCheck({
  code: 'variable/ignored',
  severity: 'info',
  docs: {
    summary: 'Prefer queries that follow the filter which all others follow',
    why: 'Somebody chooses one queue, and one panel of ten goes on to show all of them.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'))],
      rows: [row('Queues', [
        timeseries('Now', '').query(promql\`queue_depth{queue="$queue"}\`),
        timeseries('Most', '').query(promql\`max_over_time(queue_depth{queue="$queue"}[1h])\`),
        timeseries('Least', '').query(promql\`min_over_time(queue_depth{queue="$queue"}[1h])\`),
        timeseries('Slots', '').query(promql\`worker_slots{queue="$queue"}\`),
        timeseries('Slots an hour ago', '').query(promql\`worker_slots offset 1h\`),
      ])],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'))],
      rows: [row('Queues', [
        timeseries('Now', '').query(promql\`queue_depth{queue="$queue"}\`),
        timeseries('Most', '').query(promql\`max_over_time(queue_depth{queue="$queue"}[1h])\`),
        timeseries('Least', '').query(promql\`min_over_time(queue_depth{queue="$queue"}[1h])\`),
        timeseries('Slots', '').query(promql\`worker_slots{queue="$queue"}\`),
        timeseries('Slots an hour ago', '').query(promql\`worker_slots{queue="$queue"} offset 1h\`),
      ])],
    })`,
  },
  run(analysis, report) {
    for (const { variable } of queryVariablesOf(analysis)) {
      if (variable.source.kind !== 'labelValues') continue;
      const { label } = variable.source;
      const able = analysis.expressions.filter((each) => hasLabel(each, label, analysis));
      const ignoring = able.filter((each) => !uses(each, variable.name) && showsAll(each, label));
      const following = able.filter((each) => uses(each, variable.name));
      // What one in four ignores is not the filter of the dashboard.
      if (ignoring.length === 0 || ignoring.length * 4 > following.length) continue;
      for (const expression of ignoring) {
        report({
          message: `\`$${variable.name}\` chooses a \`${label}\` in ${following.length} queries, but not in this one`,
          hint: `\`${label}=~"$${variable.name}"\``,
          where: expression.where(),
        });
      }
    }
  },
});

/** A panel's query of metrics that all have the label, as far as they are declared. */
function hasLabel(expression: AnalyzedExpression, label: string, { system }: Analysis): boolean {
  if (expression.use !== 'panel') return false;
  const selectors = expression.nodesOf('selector');
  return (
    selectors.length > 0 &&
    selectors.every((selector) => {
      const metrics = declaredMetrics(system, selector);
      return metrics.length > 0 && metrics.every(({ labels }) => Object.hasOwn(labels, label));
    })
  );
}

/** What shows a sum of all, or one value of its own choice, is about something else. */
function showsAll(expression: AnalyzedExpression, label: string): boolean {
  const { presence } = labelOf(expression.inference.of(expression.node), label);
  if (presence === 'impossible') return false;
  return expression
    .nodesOf('selector')
    .every(({ matchers }) => matchers.every((matcher) => matcher.label !== label));
}

function uses(expression: AnalyzedExpression, name: string): boolean {
  return expression
    .nodesOf('selector')
    .flatMap(({ matchers }) => matchers.flatMap(({ value }) => variablesIn(value)))
    .some((variable) => variable.name === name);
}
