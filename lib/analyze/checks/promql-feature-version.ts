import type { Prometheus } from '../../catalog/index.ts';
import { AGGREGATES, type Expr, FUNCTIONS, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/feature-version',
  severity: 'error',
  docs: {
    summary: "Disallow functions that the stack's Prometheus does not have",
    why: 'It refuses the whole query, and the whole file of rules.',
    bad: 'promql`first_over_time(queue_depth[5m])`',
    good: 'promql`last_over_time(queue_depth[5m])`',
  },
  run({ expressions, system: { stack } }, report) {
    const { prometheus } = stack;
    // Of foreign files it is not known how their Prometheus is started.
    const isUnknown = Object.keys(stack.jobs).length === 0;
    const experimental = isUnknown || isEnabled(prometheus, 'promql-experimental-functions');
    for (const expression of expressions) {
      for (const node of walk(expression.node)) {
        const used = functionOf(node);
        if (used === undefined) continue;
        const { name, since } = used;
        if (isOlder(prometheus.version, since)) {
          report({
            message: `\`${name}\` came with Prometheus ${since}, and the stack has ${prometheus.version}`,
            hint: `\`prometheus: { version: '${since}.0' }\` or later`,
            where: expression.where(node),
          });
        } else if (used.experimental === true && !experimental) {
          report({
            message: `\`${name}\` is experimental, and the stack's Prometheus does not enable that`,
            hint: "`flags: ['--enable-feature=promql-experimental-functions']`",
            where: expression.where(node),
          });
        }
      }
    }
  },
});

interface Used {
  readonly name: string;
  readonly since: string;
  readonly experimental?: true;
}

function functionOf(node: Expr): Used | undefined {
  if (node.kind === 'aggregate') return { name: node.op, ...AGGREGATES[node.op] };
  if (node.kind !== 'call' || !Object.hasOwn(FUNCTIONS, node.func)) return undefined;
  const spec = FUNCTIONS[node.func];
  return spec && { name: node.func, ...spec };
}

function isEnabled({ flags = [] }: Prometheus, feature: string): boolean {
  return flags.some((flag) => /^--enable-feature=/.test(flag) && flag.includes(feature));
}

function isOlder(version: string, than: string): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  const [x = 0, y = 0] = than.split('.').map(Number);
  return a < x || (a === x && b < y);
}
