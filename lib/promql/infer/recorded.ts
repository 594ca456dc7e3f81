import type { Expr } from '../ast.ts';
import { walk } from '../walk.ts';
import type { Branch } from './branch.ts';
import type { Env } from './env.ts';
import { infer } from './infer.ts';
import { type Info, NO_FACTS, UNKNOWN } from './info.ts';
import { guaranteed, impossible, type LabelState } from './label-state.ts';
import { eitherKind } from './sample-kind.ts';
import { either } from './unit-algebra.ts';

/** The part of a recording rule that decides what its series are. */
export interface Recording {
  readonly name: string;
  readonly node: Expr;
  /** Labels that the rule sets; they override those of the expression, an empty one removes. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * An environment that knows the series of recording rules too. A rule may read other rules, in any order; rules that
 * read themselves are left open.
 */
export function inferRecorded(rules: readonly Recording[], env: Env): Env {
  const byName = new Map<string, Recording[]>();
  for (const rule of rules) {
    const same = byName.get(rule.name);
    if (same === undefined) byName.set(rule.name, [rule]);
    else same.push(rule);
  }
  const known = new Map<string, Info>();
  const extended: Env = {
    metrics: (name) => env.metrics(name),
    open: env.open,
    recorded(name) {
      if (!known.has(name) && byName.has(name)) inferChain(name);
      return known.get(name) ?? env.recorded(name);
    },
  };

  /** What a rule reads before the rule, without recursion: a chain of rules may be as long as its file. */
  function inferChain(first: string): void {
    const open = [begin(first)];
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const { value, done } = last.reads.next();
      if (done !== true) {
        const isNext = !known.has(value) && byName.has(value) && env.metrics(value).length === 0;
        if (isNext) open.push(begin(value));
        continue;
      }
      open.pop();
      const [signature, ...others] = last.rules.map((rule) => signatureOf(rule, extended));
      if (signature !== undefined) known.set(last.name, others.reduce(union, signature));
    }
  }

  function begin(name: string) {
    const same = byName.get(name) ?? [];
    known.set(name, { ...UNKNOWN, type: 'vector' });
    return { name, rules: same, reads: namesRead(same).values() };
  }
  return extended;
}

/** In the order in which inference asks for them. */
function namesRead(rules: readonly Recording[]): readonly string[] {
  return rules.flatMap(({ node }) =>
    walk(node).flatMap((each) => (each.kind === 'selector' ? (each.name ?? []) : [])),
  );
}

function signatureOf(rule: Recording, env: Env): Info {
  const info = infer(rule.node, env);
  const branches = info.branches.map((b) => recordedBranch(rule, b));
  return { ...info, type: 'vector', branches, facts: NO_FACTS };
}

function recordedBranch(rule: Recording, of: Branch): Branch {
  const labels = new Map(of.labels);
  for (const [label, value] of Object.entries(rule.labels))
    labels.set(label, ruleLabel(rule, label, value));
  const name = guaranteed(rule.name);
  // Prometheus writes the series when the group is evaluated, not at every moment.
  return { ...of, labels, name, always: false };
}

function ruleLabel(rule: Recording, label: string, value: string): LabelState {
  if (value !== '') return guaranteed(value);
  return impossible({ code: 'rule-label', node: rule.node, subject: label });
}

/** Several rules may record under one name. */
function union(a: Info, b: Info): Info {
  return {
    ...a,
    branches: [...a.branches, ...b.branches],
    kind: eitherKind(a.kind, b.kind),
    unit: either(a.unit, b.unit),
    observed: either(a.observed, b.observed),
    guessed: a.guessed || b.guessed,
    aggregated: a.aggregated || b.aggregated,
  };
}
