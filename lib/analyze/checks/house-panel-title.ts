import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'house/panel-title',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require a title for every panel that shows data',
    why: 'People talk about panels by their titles, and links, searches and screenshots have nothing else to go by.',
    bad: "timeseries('', 'Jobs that wait').query(m.queue_depth.sum())",
    good: "timeseries('Queue', 'Jobs that wait').query(m.queue_depth.sum())",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const { panel } of panelsOf(analysis)) {
      const { kind, title, description } = panel.props;
      if (kind === 'text' || title.trim() !== '') continue;
      const which = description === '' ? 'a panel' : `the panel \`${description}\``;
      report({ message: `${which} has no title`, where: atPanel(loaded, panel) });
    }
  },
});
