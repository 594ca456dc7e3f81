import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { any, type Labels, type Metric } from '../lib/catalog/index.ts';
import type { Branch } from '../lib/promql/infer/branch.ts';
import { live, stateOf } from '../lib/promql/infer/branch.ts';
import { type Env, envOf, OPEN_ENV } from '../lib/promql/infer/env.ts';
import { inferAll } from '../lib/promql/infer/infer.ts';
import { alwaysReturns, type Info, neverReturns } from '../lib/promql/infer/info.ts';
import { parse } from '../lib/promql/parser.ts';

// Measures the inference against label sets that Prometheus's engine returned (promqltest-evals.jsonl), without a
// catalog and with one made from the series that were loaded, and compares it with pint's view of labels
// (pint-labelflow.jsonl): `npm run conformance:labelflow -- DIR`.

type LabelSet = Readonly<Record<string, string>>;

interface Evaluation {
  readonly expr: string;
  readonly series: readonly { readonly labels: LabelSet; readonly histogram: boolean }[];
  readonly result_labels: readonly LabelSet[];
  readonly scalar: boolean;
  readonly fail: boolean;
}

interface PintCase {
  readonly expr: string;
  readonly sources: readonly PintSource[];
}

interface PintSource {
  readonly fixed: boolean;
  readonly guaranteed: readonly string[];
  readonly possible: readonly string[];
  readonly excluded: readonly string[];
  readonly dead: string | null;
}

const dir = process.argv[2];
if (dir === undefined || !existsSync(dir)) {
  process.stderr.write('usage: npm run conformance:labelflow -- DIR\n');
  process.exitCode = 2;
} else {
  const evaluations = read<Evaluation>(dir, 'promqltest-evals');
  const wrong = [
    ...measure('no catalog', evaluations, () => OPEN_ENV),
    ...measure('catalog of the loaded series', evaluations, catalogOf),
  ];
  for (const line of wrong) process.stdout.write(`  ${line}\n`);
  comparePint(read<PintCase>(dir, 'pint-labelflow'));
  if (wrong.length > 0) process.exitCode = 1;
}

function read<T>(folder: string, name: string): readonly T[] {
  const text = readFileSync(join(folder, `${name}.jsonl`), 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line) as T);
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

/** Prints the agreement with pint, and every difference. */
function comparePint(cases: readonly PintCase[]): void {
  let agreed = 0;
  const differences: string[] = [];
  for (const { expr: text, sources } of cases) {
    const { expr } = parse(text);
    if (expr === undefined) continue;
    const info = inferAll(expr, OPEN_ENV).of(expr);
    const found = differencesFrom(info, sources);
    if (found.length === 0) agreed++;
    else differences.push(`  ${text.replace(/\s+/g, ' ').trim()}: ${found.join('; ')}`);
  }
  process.stdout.write(`pint: ${agreed} of ${cases.length} agree\n`);
  if (differences.length > 0) process.stdout.write(`${differences.join('\n')}\n`);
}

function differencesFrom(info: Info, sources: readonly PintSource[]): readonly string[] {
  const ours = info.type === 'scalar' || info.type === 'string' ? [] : info.branches;
  const theirs = info.type === 'scalar' || info.type === 'string' ? [] : sources;
  const found: string[] = [];
  if (ours.length !== theirs.length)
    found.push(`${theirs.length} branches there, ${ours.length} here`);
  for (const [at, branch] of ours.entries()) {
    const source = theirs[at];
    if (source === undefined) continue;
    if (source.fixed !== (branch.closed !== undefined)) found.push(`closed: ${source.fixed} there`);
    if ((source.dead !== null) !== (branch.dead !== undefined)) {
      found.push(source.dead === null ? `dead only here: ${branch.dead?.code}` : 'dead only there');
    }
    found.push(...labelDifferences(branch, source));
  }
  return found;
}

function labelDifferences(branch: Branch, source: PintSource): readonly string[] {
  const names = new Set([
    ...source.guaranteed,
    ...source.possible,
    ...source.excluded,
    ...branch.labels.keys(),
  ]);
  names.delete('__name__');
  return [...names].flatMap((label) => {
    const there = source.guaranteed.includes(label)
      ? 'guaranteed'
      : source.excluded.includes(label) || (source.fixed && !source.possible.includes(label))
        ? 'impossible'
        : 'possible';
    const here = stateOf(branch, label).presence;
    return here === there ? [] : [`${label} is ${there} there, ${here} here`];
  });
}
