import { Duration } from '../../catalog/index.ts';
import { atDashboard, grafanaDuration } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';

export default defineCheck({
  code: 'dashboard/refresh-too-fast',
  severity: 'info',
  docs: {
    summary: 'Disallow dashboards that are loaded anew more often than there is anything new',
    why: 'Between two scrapes nothing changes: each of these loads asks all queries again for the same answer.',
    bad: `dashboard({
      uid: 'shop',
      title: 'Shop',
      refresh: '5s',
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
    good: `dashboard({
      uid: 'shop',
      title: 'Shop',
      refresh: '30s',
      rows: [row('Queues', [timeseries('Depth', '').query(m.queue_depth.sum())])],
    })`,
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    const refresh = loaded?.value.refresh;
    // How often something is scraped that was read from files nobody has said.
    if (analysis.system.foreign !== undefined) return;
    if (loaded === undefined || refresh === undefined || refresh.milliseconds === 0) return;
    const { prometheus, jobs } = analysis.system.stack;
    const scrapes = [
      prometheus.scrapeInterval,
      ...Object.values(jobs).map(({ scrape }) => scrape.interval ?? prometheus.scrapeInterval),
    ].map((interval) => Duration.of(interval).milliseconds);
    const shortest = Duration.milliseconds(Math.min(...scrapes));
    if (refresh.milliseconds >= shortest.milliseconds) return;
    report({
      message: `it is loaded every \`${grafanaDuration(refresh)}\`, but nothing is scraped more often than every \`${shortest}\``,
      hint: `refresh: '${grafanaDuration(shortest)}'`,
      where: atDashboard(loaded),
    });
  },
});
