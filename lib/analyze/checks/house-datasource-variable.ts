import {
  atDashboard,
  atVariable,
  type Dashboard,
  type DatasourceVariable,
} from '../../model/index.ts';
import { asksPrometheus } from '../asks-prometheus.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'house/datasource-variable',
  severity: 'error',
  optIn: true,
  docs: {
    summary:
      'Require a variable `datasource` with the label `Data source`, or `prometheus_datasource` and so on',
    why: 'A dashboard that others import has to run on their Prometheus, and its address opens with `var-datasource=` everywhere.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [datasourceVariable('source', 'prometheus', { label: 'Data source' })],
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [datasourceVariable('datasource', 'prometheus', { label: 'Data source' })],
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    const { title, variables } = loaded.value;
    const choosing = variables.filter((variable) => variable.type === 'datasource');
    if (choosing.length === 0 && (asksPrometheus(analysis) || isEmpty(loaded.value))) {
      report({
        message: `\`${title}\` has no variable that chooses the datasource`,
        hint:
          loaded.foreign === true
            ? '`"type": "datasource", "name": "datasource", "label": "Data source"`'
            : "datasourceVariable('datasource', 'prometheus', { label: 'Data source' })",
        where: atDashboard(loaded),
      });
    }
    for (const variable of choosing) {
      const problem = problemOf(variable, choosing.length > 1);
      if (problem === undefined) continue;
      report({ ...problem, where: atVariable(loaded, variable) });
    }
  },
});

/** Nothing is shown yet: what comes will ask. */
function isEmpty({ rows }: Dashboard): boolean {
  return rows.every(({ panels }) => panels.length === 0);
}

/** Where there are several, each says which it is. */
function problemOf({ name, label = '', plugin }: DatasourceVariable, isOfSeveral: boolean) {
  const own = `${plugin}_datasource`;
  const isNamed =
    name === own || name.endsWith(`_${own}`) || (name === 'datasource' && !isOfSeveral);
  if (!isNamed) {
    return {
      message: `\`$${name}\` chooses the datasource under a name of its own`,
      hint: isOfSeveral ? `\`${own}\`` : `\`datasource\`, or \`${own}\``,
    };
  }
  const wanted = `${plugin} data source`;
  const isLabelled =
    label.toLowerCase() === wanted || (label.toLowerCase() === 'data source' && !isOfSeveral);
  if (isLabelled) return undefined;
  return {
    message: `\`$${name}\` has ${label === '' ? 'no label' : `the label \`${label}\``}`,
    hint: isOfSeveral ? `\`${capitalized(wanted)}\`` : '`Data source`',
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
