import {
  atDashboard,
  atVariable,
  houseSettings,
  type System,
  type Variable,
} from '../../model/index.ts';
import { asksPrometheus } from '../asks-prometheus.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'house/filter-variable',
  severity: 'error',
  optIn: true,
  docs: {
    summary:
      'Require the variables `job` and `instance`, or those of the setting, with several values',
    why: 'Whoever knows one dashboard of the house can filter every other one, and a link keeps what was chosen.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [
        queryVariable('job', labelValues(m.queue_depth, 'job'), { multi: true, includeAll: true, allValue: '.+' }),
      ],
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [
        queryVariable('job', labelValues(m.queue_depth, 'job'), { multi: true, includeAll: true, allValue: '.+' }),
        queryVariable('instance', labelValues(m.queue_depth, 'instance'), { multi: true, includeAll: true, allValue: '.+' }),
      ],
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined || !asksPrometheus(analysis)) return;
    const { title, variables } = loaded.value;
    for (const name of wantedNames(analysis.system)) {
      const variable = variables.find((each) => each.name === name);
      if (variable === undefined) {
        report({
          message: `\`${title}\` has no variable \`${name}\``,
          hint:
            loaded.foreign === true
              ? `a query variable \`${name}\` with ${OPTIONS_OF_FILE}`
              : `queryVariable('${name}', labelValues(…, '${name}'), ${OPTIONS})`,
          where: atDashboard(loaded),
        });
        continue;
      }
      const missing = missingIn(variable);
      if (missing.length === 0) continue;
      report({
        message: `\`$${name}\` ${missing.join(' and ')}`,
        hint: loaded.foreign === true ? OPTIONS_OF_FILE : OPTIONS,
        where: atVariable(loaded, variable),
      });
    }
  },
});

const OPTIONS_OF_FILE = '`"multi": true, "includeAll": true, "allValue": ".+"`';
const OPTIONS = "{ multi: true, includeAll: true, allValue: '.+' }";

function wantedNames(system: System): readonly string[] {
  const settings = houseSettings(system, 'house/filter-variable', [
    { variables: ['job', 'instance'] },
  ]);
  return settings.flatMap(({ variables }) => variables);
}

function missingIn(variable: Variable): readonly string[] {
  if (!('choice' in variable)) return ['has one value'];
  const { several, allValue } = variable.choice;
  return [
    ...(several ? [] : ['takes one value at a time']),
    // What All stands for otherwise gets as long as there are values.
    ...(allValue === '.+' ? [] : ['has no `.+` for All']),
  ];
}
