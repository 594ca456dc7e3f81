import { atVariable } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'house/variable-refresh',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require variables to ask again when the time range changes',
    why: 'Of last month there are other instances than of today: who looks back does not find those that are gone.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'))],
      rows: [],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'), { refresh: 'time' })],
      rows: [],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    for (const variable of loaded?.value.variables ?? []) {
      if (loaded === undefined || variable.type !== 'query' || variable.refresh === 'time')
        continue;
      report({
        message: `\`$${variable.name}\` does not ask again when the time range changes`,
        hint: loaded.foreign === true ? '`"refresh": 2`' : "refresh: 'time'",
        where: atVariable(loaded, variable),
      });
    }
  },
});
