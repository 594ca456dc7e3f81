import type { JsonValue } from '../../catalog/index.ts';
import { isModelled } from '../../normalise/index.ts';
import type { Code } from '../source/index.ts';
import type { DashboardDraft } from './dashboard-draft.ts';
import type { PanelDraft } from './drafts.ts';
import { leaves } from './patch.ts';
import { omit } from './readers.ts';

/** How much of a dashboard became typed calls. */
export interface Share {
  readonly panels: number;
  /** Of a type that dashc has. */
  readonly knownPanels: number;
  readonly typedPanels: number;
  /** Values in the panels of known types. */
  readonly fields: number;
  readonly typedFields: number;
  readonly expressions: number;
  readonly typedExpressions: number;
}

export function shareOf({ panels, topTally }: DashboardDraft): Share {
  const known = panels.filter(({ raw }) => isModelled(raw));
  const fields = known.map(fieldsOf);
  const tallies = [topTally, ...panels.map(({ tally }) => tally)];
  return {
    panels: panels.length,
    knownPanels: known.length,
    typedPanels: known.filter(({ form }) => form === 'typed').length,
    fields: sum(fields.map(({ all }) => all)),
    typedFields: sum(fields.map(({ all, raw }) => all - raw)),
    expressions: sum(tallies.map(({ expressions }) => expressions)),
    typedExpressions: sum(tallies.map(({ typedExpressions }) => typedExpressions)),
  };
}

function fieldsOf({ raw, form, patch, code }: PanelDraft) {
  const all = leaves(omit(raw, 'gridPos', 'id'));
  const kept = Object.keys(patch).length === 0 ? 0 : leaves(patch);
  return { all, raw: form === 'raw' ? all : Math.min(all, kept + rawIn(code)) };
}

/** Values in the `raw` of queries and overrides, and in queries that are kept as JSON. */
function rawIn(code: Code): number {
  switch (code.kind) {
    case 'json':
    case 'name':
    case 'made':
      return 0;
    case 'spread':
      return rawIn(code.of);
    case 'call':
      return code.callee.kind === 'name' && code.callee.name === 'rawQuery'
        ? sum(code.args.map((arg) => leaves(jsonOf(arg))))
        : sum(code.args.map(rawIn));
    case 'method':
      return rawIn(code.of) + sum(code.args.map(rawIn));
    case 'list':
      return sum(code.items.map(rawIn));
    case 'object':
      return sum(
        code.entries.map(({ key, value }) =>
          key === 'raw' ? leaves(jsonOf(value)) : rawIn(value),
        ),
      );
  }
}

function jsonOf(code: Code): JsonValue | undefined {
  return code.kind === 'json' ? code.value : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
