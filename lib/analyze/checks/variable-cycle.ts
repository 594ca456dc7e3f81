import { atVariable } from '../../model/index.ts';
import { print, variablesIn } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { queryVariablesOf } from '../query-variables.ts';
import { wayBack } from '../way-back.ts';

export default defineCheck({
  code: 'variable/cycle',
  severity: 'error',
  docs: {
    summary: 'Disallow variables whose queries wait for each other',
    why: 'Grafana asks for the values of a variable once those that its query mentions are known, so it asks for none of them.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [
        queryVariable('queue', queryResult(promql\`queue_depth{job="$job"}\`)),
        queryVariable('job', queryResult(promql\`queue_depth{queue="$queue"}\`)),
      ],
      rows: [],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [
        queryVariable('job', labelValues(m.queue_depth, 'job')),
        queryVariable('queue', queryResult(promql\`queue_depth{job="$job"}\`)),
      ],
      rows: [],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    const variables = queryVariablesOf(analysis);
    const needs = new Map(
      variables.map(({ variable, expression }) => [
        variable.name,
        variablesIn(print(expression.node)).map(({ name }) => name),
      ]),
    );
    const known = new Set<string>();
    for (const { variable } of variables) {
      const through = wayBack(variable.name, needs);
      if (through === undefined || known.has(variable.name)) continue;
      for (const name of through) known.add(name);
      const over = through.map((name) => `$${name}`);
      report({
        message: `the query of \`$${variable.name}\` waits for its own value${over.length === 0 ? '' : `, by way of ${listed(over, 'and')}`}`,
        where: atVariable(loaded, variable),
      });
    }
  },
});
