/** A case where we say something else than another linter, and mean it. */
export interface Difference {
  /**
   * `engine`: Prometheus or Grafana does what we say. `untold`: the case does not hold what decides it. `policy`: we leave it
   * alone on purpose, or say it on purpose.
   */
  readonly kind: 'engine' | 'untold' | 'policy';
  /** The check of the other linter. */
  readonly check: string;
  /** Part of what it says where we say nothing. */
  readonly says?: RegExp;
  /** The codes of ours where it says nothing. */
  readonly ours?: RegExp;
  /** What its author calls the case, where not all such cases are meant. */
  readonly named?: RegExp;
  readonly reason: string;
}

const NEEDS_A_SERVER = 'asks what a server held in the past, which no file tells';
const NEEDS_TWO_STATES = 'compares with the rules before a change; we read one state of them';
const UNREADABLE =
  'a rule that cannot be read is reported for that, and nothing else is said of it';

export const DIFFERENCES: readonly Difference[] = [
  {
    kind: 'policy',
    check: 'alerts/annotation',
    says: /is required/,
    named: /syntax errors/,
    reason: UNREADABLE,
  },
  {
    kind: 'engine',
    check: 'alerts/template',
    ours: /^template\/unit$/,
    named: /humanizeDuration passed to value/,
    reason: 'a ratio is no duration: `humanizeDuration` prints 10 % as 100ms',
  },
  {
    kind: 'engine',
    check: 'alerts/template',
    ours: /^template\/label-impossible$/,
    named: /group label override/,
    reason:
      'templates see the labels of the series; those of the group are added later, as those of the rule are',
  },
  {
    kind: 'engine',
    check: 'group/interval',
    says: /interval too long/,
    named: /alerting rule/,
    reason:
      'alerts survive long intervals: the end time that they are sent with follows from the interval',
  },
  {
    kind: 'engine',
    check: 'promql/features',
    says: /`(start|end)` requires/,
    named: /^@ /,
    reason:
      '`@ start()` and `@ end()` have needed no flag since Prometheus 2.33; pint takes them for functions',
  },
  {
    kind: 'untold',
    check: 'promql/features',
    ours: /^promql\/feature-version$/,
    named: /^graduated/,
    reason:
      'the server of the case is a later one than there is: `mad_over_time` still needs its flag',
  },
  {
    kind: 'engine',
    check: 'promql/impossible',
    says: /group\(vector\(0\)\)|`vector\(0\) > 0`/,
    named: /^vector\(0\) > 0$/,
    reason: '`group(vector(0))` is 1, so the comparison always holds; pint folds it to 0',
  },
  {
    kind: 'engine',
    check: 'promql/impossible',
    says: /^warning: redundant label/,
    reason: 'the join replaces the label by that of the other side, which is what such rules want',
  },
  {
    kind: 'untold',
    check: 'promql/nan',
    ours: /^value\/nan-in-aggregate$/,
    named: /^removed/,
    reason: NEEDS_TWO_STATES,
  },
  {
    kind: 'engine',
    check: 'promql/rate',
    ours: /^metric-type\/needs-counter$/,
    named: /rate_over_sum_on_gauge|rate\(summary\)/,
    reason:
      'a sum of gauges and the quantiles of a summary are no counters either; pint leaves them alone',
  },
  {
    kind: 'untold',
    check: 'promql/rate',
    ours: /^metric-type\/rate-of-rate$/,
    named: /metadata 404/,
    reason:
      'the recording rules alone show that it is a rate of a rate; pint wants the metadata as well',
  },
  {
    kind: 'engine',
    check: 'promql/regexp',
    ours: /^promql\/regex-wildcard$/,
    named: /^valid regexp$/,
    reason: '`!~".*"` excludes every series; pint calls it valid as the wildcard is in a group',
  },
  {
    kind: 'policy',
    check: 'promql/regexp',
    says: /smelly/,
    reason:
      'a part of a value is often the only thing to select by; nothing is wrong with the expression',
  },
  {
    kind: 'engine',
    check: 'promql/series',
    ours: /^(promql\/unknown-label|rule\/needs-itself)$/,
    named: /recording rule provides it/,
    reason:
      'the rule that records the metric has summed the label away, or needs the result; pint stops at the rule',
  },
  {
    kind: 'engine',
    check: 'promql/series',
    ours: /^promql\/unknown-alert$/,
    named: /regex alertname/,
    reason: 'no alert matches the pattern; pint looks at equality only',
  },
  {
    kind: 'untold',
    check: 'promql/series',
    says: /unknown-alert/,
    named: /^removed/,
    reason: NEEDS_TWO_STATES,
  },
  {
    kind: 'untold',
    check: 'promql/series',
    says: /only sometimes present|was last present|didn't have any series.*in the last/,
    reason: NEEDS_A_SERVER,
  },
  {
    kind: 'untold',
    check: 'rule/dependency',
    says: /used by another rule/,
    reason: NEEDS_TWO_STATES,
  },
  {
    kind: 'untold',
    check: 'rule/duplicate',
    ours: /^rule\/duplicate-recording$/,
    named: /removed entries|ignores self/,
    reason: NEEDS_TWO_STATES,
  },
  {
    kind: 'policy',
    check: 'rule/label',
    says: /is required/,
    named: /syntax errors/,
    reason: UNREADABLE,
  },
  {
    kind: 'untold',
    check: 'rule/label',
    says: /\{\{/,
    reason: 'a pattern that is filled in from each rule',
  },
  {
    kind: 'policy',
    check: 'rule/name',
    says: /name must match/,
    named: /^(recording|alerting) rule name doesn't match$/,
    reason: UNREADABLE,
  },
  {
    kind: 'engine',
    check: 'template-label-promql-rule',
    says: /invalid 'query'/,
    reason: 'Grafana lists the series of a metric where a variable asks for no more than its name',
  },
];

/** A case of another linter, with what was found in it. */
export interface Compared {
  readonly check: string;
  readonly name: string;
  readonly expect: readonly string[];
  /** Those of our codes that say the same as the check. */
  readonly same: readonly string[];
}

/** Why a disagreement is meant. */
export function differenceOf({ check, name, expect, same }: Compared): Difference | undefined {
  return DIFFERENCES.find((each) => {
    if (each.check !== check || each.named?.test(name) === false) return false;
    if (expect.length > 0) {
      return each.says !== undefined && expect.every((text) => each.says?.test(text));
    }
    return each.ours !== undefined && same.every((code) => each.ours?.test(code) === true);
  });
}
