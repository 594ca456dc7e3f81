import { atDashboard } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'house/editable-dashboard',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Disallow dashboards that people may change in Grafana',
    why: 'The next build takes back what somebody changed by hand, and nobody is told before the work is done.',
    bad: "dashboard({ uid: 'shop', title: 'Shop', rows: [] })",
    good: "dashboard({ uid: 'shop', title: 'Shop', editable: false, rows: [] })",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    const { title, editable } = loaded.value;
    // Where a file says nothing, whoever provisions it decides.
    const { foreign } = loaded;
    if (editable === false || (foreign === true && editable === undefined)) return;
    report({
      message: `people may change \`${title}\` in Grafana`,
      hint: foreign === true ? '`"editable": false`' : 'editable: false',
      where: atDashboard(loaded),
    });
  },
});
