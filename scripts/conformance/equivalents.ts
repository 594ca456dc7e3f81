/**
 * Which of our codes say what a check of another linter says. A check that is not here has no counterpart: it enforces a
 * policy that its cases do not tell, asks a live server, or is not wanted.
 */
export const EQUIVALENTS: Readonly<Record<string, RegExp>> = {
  // pint
  'alerts/absent': /^(alert\/absent|value\/never-absent)/,
  'alerts/comparison': /^(alert\/no-condition|value\/)/,
  'alerts/external_labels': /^template\/external-label/,
  'alerts/for': /^rule-file\/duration/,
  'alerts/template': /^(template|rule-file\/template)/,
  'group/interval': /^rule\/long-interval/,
  'labels/conflict': /^rule\/external-label/,
  'promql/counter': /^metric-type/,
  'promql/features': /^promql\/feature/,
  'promql/fragile': /^alert\/(sampled-series|ratio-without-for)/,
  'promql/impossible':
    /^(join|labels|value|aggregate)\/|^promql\/(unknown|impossible|contradictory)/,
  'promql/nan': /^value\/(nan-in-aggregate|divides-by-zero)/,
  'promql/offset': /^range\/beyond-retention/,
  'promql/range_query': /^range\/beyond-retention/,
  'promql/rate': /^(metric-type|range)/,
  'promql/regexp': /^promql\/regex/,
  'promql/series': /^(promql\/(unknown|impossible-value)|rule\/needs-itself)/,
  'promql/syntax': /^promql\/(syntax|value-type)/,
  'promql/vector_matching': /^join\/(?!ignoring-noop|unused-include)/,
  'rule/dependency': /^rule\//,
  'rule/duplicate': /^(rule|alert|rule-file)\/.*(duplicate|overlap)/,
  // dashboard-linter
  'panel-no-targets-rule': /^panel\/no-query$/,
  'panel-units-rule': /^unit/,
  'target-counter-agg-rule': /^(metric-type|promql\/result-type)/,
  'target-promql-rule': /^promql\/(syntax|value-type|result-type)/,
  'target-rate-interval-rule': /^range/,
  'template-label-promql-rule': /^promql\/(syntax|value-type)/,
  'template-on-time-change-reload-rule': /never-refreshed/,
};
