import { any, type Labels, type Metric } from '../../lib/catalog/index.ts';
import { type Branch, live, stateOf } from '../../lib/promql/infer/branch.ts';
import { type Env, envOf, OPEN_ENV } from '../../lib/promql/infer/env.ts';
import { inferAll } from '../../lib/promql/infer/infer.ts';
import { alwaysReturns, type Info, neverReturns } from '../../lib/promql/infer/info.ts';
import { parse } from '../../lib/promql/parser.ts';
import { readCases } from './read-cases.ts';

type LabelSet = Readonly<Record<string, string>>;

interface Evaluation {
  readonly expr: string;
  readonly series: readonly { readonly labels: LabelSet; readonly histogram: boolean }[];
  readonly result_labels: readonly LabelSet[];
  readonly scalar: boolean;
  readonly fail: boolean;
}

/**
 * Measures the inference against label sets that Prometheus's engine returned, without a catalog and with one made from
 * the series that were loaded.
 *
 * @returns whether the engine contradicts nothing
 */
export function reportLabelFlow(folder: string): boolean {
  const evaluations = readCases<Evaluation>(folder, 'promqltest-evals');
  const wrong = [
    ...measure('no catalog', evaluations, () => OPEN_ENV),
    ...measure('catalog of the loaded series', evaluations, catalogOf),
  ];
  for (const line of wrong) process.stdout.write(`  ${line}\n`);
  return wrong.length === 0;
}

/** Prints counts; returns a line for every claim that the engine contradicts. */
function measure(
  name: string,
  evaluations: readonly Evaluation[],
  envFor: (evaluation: Evaluation) => Env,
): readonly string[] {
  const wrong: string[] = [];
  const counts = { results: 0, never: 0, closed: 0, facts: 0 };
  for (const evaluation of evaluations) {
    const { expr } = parse(evaluation.expr);
    if (expr === undefined || evaluation.fail) continue;
    const inference = inferAll(expr, envFor(evaluation));
    const info = inference.of(expr);
    counts.facts += inference.facts.length;
    if (evaluation.result_labels.length > 0) counts.results++;
    if (neverReturns(info)) counts.never++;
    if (live(info.branches).every((b) => b.closed)) counts.closed++;
    const claim = contradiction(info, evaluation);
    if (claim !== undefined) wrong.push(`${name}: ${evaluation.expr.trim()}: ${claim}`);
  }
  const { results, never, closed, facts } = counts;
  process.stdout.write(
    `${name}: ${evaluations.length} evaluations, ${results} with results; ` +
      `${closed} closed, ${never} said never to return, ${facts} facts; ${wrong.length} contradicted\n`,
  );
  return wrong;
}

function contradiction(info: Info, { result_labels: results, scalar }: Evaluation) {
  const reason = neverReturns(info);
  if (reason && (results.length > 0 || scalar)) return `returns, in spite of ${reason.code}`;
  if (alwaysReturns(info) && results.length === 0 && !scalar && info.type === 'vector') {
    return 'does not return';
  }
  for (const labels of results) {
    if (!live(info.branches).some((b) => describes(b, labels))) {
      return `no branch describes ${JSON.stringify(labels)}`;
    }
  }
  return undefined;
}

function describes(branch: Branch, series: LabelSet): boolean {
  const names = new Set([...branch.labels.keys(), ...Object.keys(series), '__name__']);
  for (const label of names) {
    const { presence, values, except } = stateOf(branch, label);
    const value = series[label] ?? '';
    if (value === '' ? presence === 'guaranteed' : presence === 'impossible') return false;
    if (value !== '' && (values?.includes(value) === false || except?.includes(value)))
      return false;
  }
  return true;
}

function catalogOf({ series }: Evaluation): Env {
  const groups = new Map<string, LabelSet[]>();
  for (const { labels, histogram } of series) {
    const key = `${histogram ? 'h' : 'f'} ${labels['__name__'] ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), labels]);
  }
  return envOf([...groups].map(([key, sets]) => metricOf(key, sets)));
}

function metricOf(key: string, sets: readonly LabelSet[]): Metric {
  const labels: Record<string, Labels[string]> = {};
  for (const name of new Set(sets.flatMap((s) => Object.keys(s)))) {
    if (name === '__name__') continue;
    // Half of the labels without values, so that both are tried.
    labels[name] =
      name.length % 2 === 0 && sets.every((s) => s[name]) ? any : sets.map((s) => s[name] ?? '');
  }
  return {
    name: key.slice(2),
    kind: key.startsWith('h') ? 'histogram' : 'gauge',
    ...(key.startsWith('h') ? { native: true } : {}),
    help: '',
    unit: 'things',
    labels,
    jobs: ['test'],
  };
}
