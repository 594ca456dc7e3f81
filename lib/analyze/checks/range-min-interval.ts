import { Duration } from '../../catalog/index.ts';
import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'range/min-interval',
  severity: 'info',
  docs: {
    summary: 'Prefer steps that are not shorter than the scrape interval',
    why: 'Between two scrapes there is nothing new: Prometheus computes every value several times over.',
    bad: "timeseries('Depth', '').query(m.queue_depth.sum()).minInterval('5s')",
    good: "timeseries('Depth', '').query(m.queue_depth.sum()).minInterval('30s')",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    const scrape = Duration.of(analysis.system.stack.prometheus.scrapeInterval);
    for (const { panel } of panelsOf(analysis)) {
      const { minInterval, title } = panel.props;
      if (minInterval === undefined || minInterval.milliseconds >= scrape.milliseconds) continue;
      report({
        message: `\`${title}\` has a value every \`${minInterval}\`, but there is a scrape every \`${scrape}\``,
        hint: `.minInterval('${scrape}'), or leave it out`,
        where: atPanel(loaded, panel),
      });
    }
  },
});
