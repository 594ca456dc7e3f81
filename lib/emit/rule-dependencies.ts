import type { Alert, Loaded, RecordingRule, RuleGroup, System } from '../model/index.ts';
import { type Expr, walk } from '../promql/index.ts';
import { type Placed, recordingsOf } from './system-rules.ts';

/** The recording rules that an alert is computed from, those of their inputs included; inputs first. */
export function recordingsBelow(alert: Alert, system: System): readonly Placed<RecordingRule>[] {
  const all = recordingsOf(system);
  const found = new Set<Placed<RecordingRule>>();
  const visiting = new Set<Placed<RecordingRule>>();
  const visit = (expr: Expr) => {
    const names = new Set(namesIn(expr));
    for (const recording of all.filter(({ rule }) => names.has(rule.name))) {
      // A rule that reads itself does so from the evaluation before.
      if (visiting.has(recording)) continue;
      visiting.add(recording);
      visit(recording.rule.node);
      found.add(recording);
    }
  };
  visit(alert.node);
  return [...found];
}

function* namesIn(expr: Expr): Generator<string> {
  for (const node of walk(expr)) {
    const selector = node.kind === 'matrix' ? node.of : node;
    if (selector.kind === 'selector' && selector.name !== undefined) yield selector.name;
  }
}

/** The groups in the order in which they must be evaluated, each once. */
export function groupsOf(placed: readonly Placed<unknown>[]): readonly Loaded<RuleGroup>[] {
  return [...new Set(placed.map(({ group }) => group))];
}
