import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'panel/unknown-datasource',
  severity: 'error',
  docs: {
    summary: 'Disallow panels that ask a datasource which the stack does not have',
    why: 'Grafana shows "Datasource was not found" in place of the panel.',
    bad: "timeseries('Depth', '').query(m.queue_depth.sum()).datasource({ type: 'prometheus', uid: 'prom' })",
    good: "timeseries('Depth', '').query(m.queue_depth.sum()).datasource({ type: 'prometheus', uid: 'shop-prom' })",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    // Nobody has said which datasources a system has that was read from files.
    if (loaded === undefined || analysis.system.foreign !== undefined) return;
    const { datasources } = analysis.system.stack;
    for (const panel of loaded.value.rows.flatMap(({ panels }) => panels)) {
      const { datasource, title } = panel.props;
      if (typeof datasource !== 'object' || !('uid' in datasource)) continue;
      const { type, uid } = datasource;
      const known = datasources.filter((each) => each.type === type).map((each) => each.uid);
      if (known.includes(uid) || /^-- .* --$|\$/.test(uid)) continue;
      report({
        message: `\`${uid}\`, which \`${title}\` asks, is the uid of no datasource of type \`${type}\` in this stack`,
        ...suggest(uid, known),
        where: atPanel(loaded, panel),
      });
    }
  },
});
