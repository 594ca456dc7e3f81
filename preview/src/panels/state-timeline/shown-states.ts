import type { Shown } from '../panel-props.ts';
import type { StateRow } from './state-rows.ts';

/** The rows' names, and the states that are seen, each once. */
export function shownStates(rows: readonly StateRow[]): Shown | undefined {
  const spans = rows.flatMap(({ spans }) => spans);
  if (spans.length === 0) return undefined;
  return {
    names: rows.map(({ name }) => name),
    values: [...new Set(spans.map(({ text }) => text))],
  };
}
