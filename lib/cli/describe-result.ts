import {
  type Env,
  explain,
  type Expr,
  infer,
  type Inferred,
  type LabelInfo,
  labelOf,
  live,
  neverReturns,
  type Selector,
  unitText,
  walk,
} from '../promql/index.ts';

/**
 * What an expression returns, for people: its unit, and of every label whether it is there and why.
 *
 * @example
 * describeResult(parsed('sum by (job) (up)'), OPEN_ENV)
 * // unit: count
 * // labels:
 * //   job  perhaps
 * //   no other: `sum by (job)` keeps only `job`
 */
export function describeResult(expr: Expr, env: Env): string {
  const info = infer(expr, env);
  if (info.type === 'string') return '';
  const unit = info.unit === undefined ? 'not known' : unitText(info.unit);
  const guess = info.unit !== undefined && info.guessed ? ', as far as names tell' : '';
  const lines = [`unit: ${unit}${guess}`];
  const dead = neverReturns(info);
  if (dead !== undefined) lines.push(`returns nothing: ${explain(dead)}`);
  if (info.type !== 'scalar') lines.push('labels:', ...labelLines(expr, info));
  return lines.map((line) => `${line}\n`).join('');
}

function labelLines(expr: Expr, info: Inferred): string[] {
  const names = [...new Set([...knownLabels(info), ...namedLabels(expr)])].sort();
  const width = Math.max(...names.map(({ length }) => length));
  const lines = names.map((name) => `  ${name.padEnd(width)}  ${text(expr, name, info)}`);
  return [...lines, `  ${othersText(info)}`];
}

/** Labels of which something is known. */
function knownLabels({ branches }: Inferred): string[] {
  return live(branches).flatMap(({ labels }) => [...labels.keys()]);
}

/** Labels that the expression speaks of. */
function namedLabels(expr: Expr): string[] {
  return [...walk(expr)].flatMap((node): readonly string[] => {
    switch (node.kind) {
      case 'selector':
        return node.matchers.map(({ label }) => label).filter((label) => label !== '__name__');
      case 'aggregate':
        return node.grouping?.labels ?? [];
      case 'binary':
        return [...(node.matching?.labels ?? []), ...(node.matching?.group?.include ?? [])];
      default:
        return [];
    }
  });
}

const PRESENCE: Readonly<Record<LabelInfo['presence'], string>> = {
  guaranteed: 'always',
  possible: 'perhaps',
  partial: 'on some series only',
  impossible: 'never',
};

function text(expr: Expr, label: string, info: Inferred): string {
  const { presence, values, why } = labelOf(info, label);
  if (why !== undefined) return `${PRESENCE[presence]}: ${explain(why)}`;
  if (presence === 'impossible') return PRESENCE[presence];
  const known = values === undefined || values.length > MANY ? [] : values.map((v) => `\`${v}\``);
  const matched = [...walk(expr)].find((node) => node.kind === 'selector' && asksFor(node, label));
  return [
    PRESENCE[presence],
    ...(known.length > 0 ? [`: ${known.join(', ')}`] : []),
    ...(presence === 'guaranteed' && matched !== undefined ? [' (a matcher asks for it)'] : []),
  ].join('');
}

const MANY = 8;

function asksFor({ matchers }: Selector, label: string): boolean {
  return matchers.some((m) => m.label === label && m.op === '=' && m.value !== '');
}

function othersText({ branches }: Inferred): string {
  const [first, ...rest] = live(branches);
  if (first?.closed === undefined || rest.some(({ closed }) => closed === undefined)) {
    return 'any other: perhaps';
  }
  return `no other: ${explain(first.closed)}`;
}
