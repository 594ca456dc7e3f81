import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'house/panel-description',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Require a description for every panel that shows data',
    why: 'A title says what is drawn; what a good value is, and what to do about a bad one, only its author knows.',
    bad: "timeseries('Queue', '').query(m.queue_depth.sum())",
    good: "timeseries('Queue', 'Jobs that wait. More than 100 are late.').query(m.queue_depth.sum())",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const { panel } of panelsOf(analysis)) {
      const { kind, title, description } = panel.props;
      if (kind === 'text' || description.trim() !== '') continue;
      report({ message: `\`${title}\` has no description`, where: atPanel(loaded, panel) });
    }
  },
});
