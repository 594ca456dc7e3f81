import type { Prometheus, Stack } from '../../catalog/index.ts';
import { AGGREGATES, type Expr, FUNCTIONS, type Range } from '../../promql/index.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { once } from '../once.ts';

export default defineCheck({
  code: 'promql/feature-version',
  severity: 'error',
  docs: {
    summary: "Disallow functions and syntax that the stack's Prometheus does not have",
    why: 'It refuses the whole query, and the whole file of rules.',
    bad: 'promql`first_over_time(queue_depth[5m])`',
    good: 'promql`last_over_time(queue_depth[5m])`',
  },
  run({ expressions, system: { stack } }, report) {
    const lacks = lackedBy(stack);
    if (lacks.size === 0) return;
    for (const expression of expressions) {
      for (const node of expression.nodes) {
        for (const name of featuresOf(node)) {
          const lack = lacks.get(name);
          if (lack !== undefined) report({ ...lack, where: expression.where(node) });
        }
      }
    }
  },
});

type Lack = Omit<Finding, 'where'>;

/** The functions, aggregations and syntax that a stack's Prometheus does not have. */
const lackedBy = once(({ prometheus, jobs }: Stack): ReadonlyMap<string, Lack> => {
  const { version, flags } = prometheus;
  // Of foreign files it is not known how their Prometheus is started.
  const isUnknown = Object.keys(jobs).length === 0 && flags === undefined;
  const lacks = new Map<string, Lack>();
  for (const [name, spec] of Object.entries<Feature>({ ...FUNCTIONS, ...AGGREGATES, ...SYNTAX })) {
    if (isOlder(version, spec.since)) {
      lacks.set(name, {
        message: `\`${name}\` came with Prometheus ${spec.since}, and the stack has ${version}`,
        hint: `\`prometheus: { version: '${spec.since}.0' }\` or later`,
      });
      continue;
    }
    const flag = spec.flag ?? (spec.experimental && 'promql-experimental-functions');
    if (isUnknown || flag === undefined || isEnabled(prometheus, flag)) continue;
    lacks.set(name, {
      message: `\`${name}\` is experimental, and the stack's Prometheus does not enable that`,
      hint: `\`flags: ['--enable-feature=${flag}']\``,
    });
  }
  return lacks;
});

interface Feature {
  readonly since: string;
  readonly experimental?: true;
  /** What enables it, where it is not the flag of the experimental functions. */
  readonly flag?: string;
}

/** Documented at https://prometheus.io/docs/prometheus/latest/feature_flags/. */
const SYNTAX: Readonly<Record<string, Feature>> = {
  anchored: { since: '3.7', flag: 'promql-extended-range-selectors' },
  smoothed: { since: '3.7', flag: 'promql-extended-range-selectors' },
  'arithmetic with durations': { since: '3.4', flag: 'promql-duration-expr' },
  fill: { since: '3.10', flag: 'promql-binop-fill-modifiers' },
};

/** What a node itself needs; that of its children is their own. */
function featuresOf(node: Expr): readonly string[] {
  switch (node.kind) {
    case 'aggregate':
      return [node.op];
    case 'call':
      return [node.func];
    case 'binary':
      return node.matching?.fill === undefined ? [] : ['fill'];
    case 'selector':
      return [...edgeOf(node.edge), ...computed(node.offset)];
    case 'matrix':
      return [...edgeOf(node.edge), ...computed(node.range)];
    case 'subquery':
      return [...computed(node.range), ...computed(node.step), ...computed(node.offset)];
    default:
      return [];
  }
}

function edgeOf(edge: string | undefined): readonly string[] {
  return edge === undefined ? [] : [edge];
}

/** Grafana computes those with variables. */
function computed(range: Range | undefined): readonly string[] {
  const isOurs = range?.kind === 'expression' && !/[$[]/.test(range.text);
  return isOurs ? ['arithmetic with durations'] : [];
}

function isEnabled({ flags = [] }: Prometheus, feature: string): boolean {
  return flags.some((flag) => /^--enable-feature=/.test(flag) && flag.includes(feature));
}

function isOlder(version: string, than: string): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [x = 0, y = 0] = than.split('.').map(Number);
  return a < x || (a === x && b < y);
}
