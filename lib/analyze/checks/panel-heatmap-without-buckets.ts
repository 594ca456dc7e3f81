import { explain, isNativeHistogram, labelOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'panel/heatmap-without-buckets',
  severity: 'warning',
  docs: {
    summary: 'Require buckets in the queries of heatmaps',
    why: 'Each series is one row of cells: without `le` they are no buckets, and the axis has no values.',
    bad: "heatmap('Size', '').query(promql`sum by (route) (rate(payload_bytes_bucket[5m]))`)",
    good: "heatmap('Size', '').query(promql`sum by (le) (rate(payload_bytes_bucket[5m]))`)",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const { kind, options, transformations } = panel.props;
      if (kind !== 'heatmap' || transformations.length > 0) continue;
      if ('calculate' in options && options.calculate === true) continue;
      for (const { query, expression } of queries) {
        const info = expression.inference.of(expression.node);
        const { presence, why } = labelOf(info, 'le');
        if (query.hide === true || presence !== 'impossible') continue;
        if (info.kind === 'unknown' || isNativeHistogram(info.kind)) continue;
        report({
          message: `the series of \`${panel.props.title}\` have no \`le\`${why === undefined ? '' : `: ${explain(why)}`}`,
          hint: '`by (le)`, or `.options({ calculate: true })` to make buckets of the values',
          where: expression.where(),
        });
      }
    }
  },
});
