import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'panel/all-hidden',
  severity: 'warning',
  docs: {
    summary: 'Disallow panels that hide all of their queries',
    why: 'Grafana sends no hidden query, so the panel always says "No data".',
    bad: "timeseries('Depth', '').query(target(m.queue_depth.sum(), { hide: true }))",
    good: "timeseries('Depth', '').query(target(m.queue_depth.sum(), { hide: true }), m.worker_slots.sum())",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    // Panels that were read from files may have queries of other languages too.
    if (loaded === undefined || analysis.system.foreign !== undefined) return;
    for (const panel of loaded.value.rows.flatMap(({ panels }) => panels)) {
      const { queries, title, raw } = panel.props;
      // What is merged in may hold an expression that reads them.
      if (queries.length === 0 || raw?.['targets'] !== undefined) continue;
      if (!queries.every(({ hide }) => hide === true)) continue;
      report({
        message: `\`${title}\` hides all of its queries, so it always says "No data"`,
        hint: 'leave out `hide` of the one to show',
        where: atPanel(loaded, panel),
      });
    }
  },
});
