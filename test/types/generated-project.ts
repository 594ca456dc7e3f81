/**
 * A project as large as the sum of many real ones: `metrics` metrics of 3 to 8 labels in four catalogs, and `expressions`
 * expressions in the mix of real dashboards and alerts. The same text every time.
 *
 * @param lib path of `lib/` from the folder that the files are written to
 * @returns the files by name
 */
export function generatedProject(
  metrics: number,
  expressions: number,
  lib: string,
): ReadonlyMap<string, string> {
  const specs = Array.from({ length: metrics }, (_, i) => specOf(i));
  const files = new Map([['metrics.ts', catalogs(specs, lib)]]);
  for (let from = 0; from < expressions; from += 50) {
    const lines = Array.from({ length: Math.min(50, expressions - from) }, (_, i) =>
      expression(from + i, specs),
    );
    files.set(`expressions-${from}.ts`, expressionFile(lines, lib));
  }
  return files;
}

type Kind = 'counter' | 'gauge' | 'histogram' | 'summary' | 'info';

interface Spec {
  readonly name: string;
  readonly kind: Kind;
  readonly labels: readonly string[];
}

const KINDS: readonly Kind[] = [
  ...Array<Kind>(9).fill('counter'),
  ...Array<Kind>(6).fill('gauge'),
  ...Array<Kind>(4).fill('histogram'),
  'summary',
];

const LABELS = [
  ['route', "['/', '/login', '/search', '/items', '/items/:id']"],
  ['method', "['GET', 'POST', 'PUT', 'DELETE']"],
  ['status', "['2xx', '3xx', '4xx', '5xx']"],
  ['queue', "['broadcast', 'cleanup', 'cron', 'notification']"],
  ['region', "['US', 'EU', 'ASIA']"],
  ['result', "['success', 'error']"],
  ['table', 'any'],
  ['user_id', 'any'],
  ['datname', 'any'],
  ['mode', "['idle', 'user', 'system', 'iowait']"],
  ['device', 'any'],
  ['version', 'any'],
] as const;

function specOf(i: number): Spec {
  const size = 3 + (i % 6);
  const kind = i % 40 === 39 ? 'info' : (KINDS[i % KINDS.length] ?? 'gauge');
  const own = Array.from(
    { length: size },
    (_, k) => LABELS[(i * 5 + k) % LABELS.length]?.[0] ?? '',
  );
  const labels = kind === 'info' ? [...new Set([...own, 'version'])] : own;
  return { name: `${kind}_${i}`, kind, labels };
}

function catalogs(specs: readonly Spec[], lib: string): string {
  const parts = [0, 1, 2, 3].map((part) => {
    const own = specs.filter((_, i) => i % 4 === part);
    return `export const c${part} = defineCatalog(jobs.job${part}, {\n${own.map(declaration).join('')}});\n`;
  });
  return `import { any, type Job } from '${lib}/catalog/index.ts';
import { defineCatalog } from '${lib}/promql/index.ts';

declare const jobs: { ${[0, 1, 2, 3].map((i) => `job${i}: Job<'job${i}', { tier: readonly ['web'] }>`).join('; ')} };
${parts.join('')}
export const m = { ...c0.m, ...c1.m, ...c2.m, ...c3.m };
`;
}

function declaration({ name, kind, labels }: Spec): string {
  const values = labels.map((l) => `${l}: ${LABELS.find(([n]) => n === l)?.[1]}`).join(', ');
  const unit = kind === 'info' ? '' : " unit: 'seconds',";
  const extra = kind === 'histogram' ? ' buckets: [0.1, 0.5, 1, 5],' : '';
  const quantiles = kind === 'summary' ? ' quantiles: [0.5, 0.99],' : '';
  return `  ${name}: { kind: '${kind}',${unit}${extra}${quantiles} help: 'Text.', labels: { ${values} } },\n`;
}

function expressionFile(lines: readonly string[], lib: string): string {
  return `import { ignoring, matches, number, on, time } from '${lib}/promql/index.ts';
import { m } from './metrics.ts';

export const used = [ignoring, matches, number, on, time];
${lines.join('\n')}
`;
}

function expression(i: number, specs: readonly Spec[]): string {
  const pick = (kind: Kind, k: number) => {
    const all = specs.filter((s) => s.kind === kind);
    return all[(i * 7 + k) % all.length] ?? specs[0]!;
  };
  const counter = pick('counter', 0);
  const gauge = pick('gauge', 1);
  const histogram = pick('histogram', 2);
  const [a = '', b = ''] = counter.labels;
  const [g = ''] = gauge.labels;
  const [h = ''] = histogram.labels;
  const other =
    specs.find((s) => s.kind === 'counter' && s !== counter && s.labels.includes(a)) ?? counter;
  const c = `m.${counter.name}`;
  const forms = [
    `${c}.rate().sumBy('${a}').legend('{{${a}}}')`,
    `${c}.rate().sumBy('${a}', '${b}').mul(60).legend('{{${a}}} {{${b}}}')`,
    `${c}.increase('$__range').sum().orZero().legend('Total')`,
    `${c}.rate().sumBy('${a}').div(m.${other.name}.rate().sumBy('${a}').gt(0)).legend('{{${a}}}')`,
    `${c}.where({ ${a}: matches('5..') }).rate().sum().orZero().div(${c}.rate().sum().gt(0)).legend('Share')`,
    `m.${histogram.name}.quantile(0.95, { by: ['${h}'] }).legend('{{${h}}} p95')`,
    `[0.5, 0.95, 0.99].map((q) => m.${histogram.name}.quantile(q).legend(\`p\${q * 100}\`))`,
    `m.${histogram.name}.mean({ by: ['${h}'], range: '10m' }).gt(300)`,
    `m.${gauge.name}.maxBy('instance', '${g}').legend('{{instance}} {{${g}}}')`,
    `m.${gauge.name}.where({ ${g}: matches('x.*') }).minOverTime('15m').gt(1000)`,
    `m.${gauge.name}.sumBy('instance').div(m.${pick('gauge', 5).name}.maxBy('instance'), on('instance'))`,
    `number(1).sub(m.${gauge.name}.div(m.${gauge.name}))`,
    `time().sub(m.${gauge.name}.gt(0).maxBy('${g}')).gt(1800).and(m.${gauge.name}.maxBy('${g}').gt(0), on('${g}'))`,
    `${c}.rate('5m').mul(m.${pick('info', 0).name}, on('instance').groupLeft('version')).topk(10)`,
    `${c}.rate().sumBy('${a}', '${b}').div(${c}.rate().sumBy('${a}'), ignoring('${b}').groupLeft())`,
    `m.${gauge.name}.eq(0).orMixed(m.${gauge.name}.absent('job'))`,
  ];
  return `export const e${i} = ${forms[i % forms.length] ?? ''};`;
}
