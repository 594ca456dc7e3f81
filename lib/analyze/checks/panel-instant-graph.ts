import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'panel/instant-graph',
  severity: 'warning',
  docs: {
    summary: 'Disallow instant queries in graphs over time',
    why: 'An instant query returns one value at the end of the time range: the graph is a dot at its right edge.',
    bad: "timeseries('Depth', '').query(target(m.queue_depth.sum(), { instant: true }))",
    good: "stat('Depth', '').query(target(m.queue_depth.sum(), { instant: true }))",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const { kind, title, instant, transformations } = panel.props;
      if (!OVER_TIME.has(kind) || transformations.length > 0) continue;
      for (const { query, expression } of queries) {
        // A table brings a time of its own.
        if (query.hide === true || query.format === 'table') continue;
        if ((query.instant ?? instant) !== true) continue;
        report({
          message: `\`${title}\` draws values over time, and its query returns one value`,
          hint: 'leave out `instant`',
          where: expression.where(),
        });
      }
    }
  },
});

const OVER_TIME: ReadonlySet<string> = new Set(['timeseries', 'stateTimeline', 'heatmap']);
