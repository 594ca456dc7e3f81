import { note, type Note } from '../change.ts';
import { isSame, type Json, jsonOf, jsonsOf } from '../json.ts';
import { code, listed, valueText } from '../wording.ts';

/** What differs between the thresholds of two panels. */
export function thresholdChanges(before: unknown, after: unknown): Note[] {
  if (isSame(before, after)) return [];
  const [old, young] = [jsonOf(before), jsonOf(after)];
  const facts = { before: before ?? null, after: after ?? null };
  const say = (message: string) => note('panel-thresholds', message, facts);
  if (jsonsOf(old['steps']).length === 0) return [say(`thresholds set: ${stepsText(young)}`)];
  if (jsonsOf(young['steps']).length === 0) return [say(`thresholds dropped: ${stepsText(old)}`)];
  const mode =
    (old['mode'] ?? 'absolute') === (young['mode'] ?? 'absolute')
      ? []
      : [
          say(
            young['mode'] === 'percentage'
              ? 'thresholds in percent of the range'
              : 'thresholds as values',
          ),
        ];
  return [...mode, ...stepMessages(jsonsOf(old['steps']), jsonsOf(young['steps'])).map(say)];
}

/** A step is the same one by its colour, else by its value. */
function stepMessages(before: readonly Json[], after: readonly Json[]): string[] {
  const [base, newBase] = [before[0], after[0]];
  const messages: string[] = [];
  if (base?.['color'] !== newBase?.['color']) {
    messages.push(`base colour ${colorText(base)} to ${colorText(newBase)}`);
  }
  const gone = before.slice(1).filter((step) => !after.slice(1).some((each) => isSame(each, step)));
  const come = after.slice(1).filter((step) => !before.slice(1).some((each) => isSame(each, step)));
  const taken = new Set<Json>();
  for (const step of come) {
    const free = gone.filter((each) => !taken.has(each));
    const sameColor = free.find(({ color }) => color === step['color']);
    const sameValue = free.find(({ value }) => value === step['value']);
    const old = sameColor ?? sameValue;
    if (old === undefined) messages.push(`threshold ${stepText(step)} added`);
    else {
      taken.add(old);
      messages.push(
        sameColor === undefined
          ? `threshold ${valueText(step['value'])} ${colorText(old)} to ${colorText(step)}`
          : `threshold ${valueText(old['value'])} to ${valueText(step['value'])} (${colorText(step)})`,
      );
    }
  }
  for (const step of gone.filter((each) => !taken.has(each))) {
    messages.push(`threshold ${stepText(step)} dropped`);
  }
  return messages;
}

function stepText(step: Json): string {
  return `${valueText(step['value'])} (${colorText(step)})`;
}

function colorText(step: Json | undefined): string {
  return String(step?.['color'] ?? 'no colour');
}

function stepsText(thresholds: Json): string {
  const [base, ...steps] = jsonsOf(thresholds['steps']);
  return listed([
    colorText(base),
    ...steps.map((s) => `${colorText(s)} from ${valueText(s['value'])}`),
  ]);
}

/** What differs between the texts and colours that stand for values. */
export function mappingChanges(before: unknown, after: unknown): Note[] {
  const [old, young] = [entriesOf(before), entriesOf(after)];
  const say = (message: string, from?: string, to?: string) =>
    note('panel-mappings', message, { before: from, after: to });
  const changes = [...young].flatMap(([key, text]) => {
    const had = old.get(key);
    if (had === text) return [];
    if (had === undefined) return [say(`mapping of ${code(key)} to ${text} added`, had, text)];
    return [say(`mapping of ${code(key)}: ${had} to ${text}`, had, text)];
  });
  const gone = [...old].filter(([key]) => !young.has(key));
  return [
    ...changes,
    ...gone.map(([key, text]) => say(`mapping of ${code(key)} to ${text} dropped`, text)),
  ];
}

/** From what is mapped to what it is shown as. */
function entriesOf(mappings: unknown): ReadonlyMap<string, string> {
  return new Map(
    jsonsOf(mappings).flatMap((mapping): [string, string][] => {
      const options = jsonOf(mapping['options']);
      if (mapping['type'] === 'value') {
        return Object.entries(options).map(([value, result]) => [value, resultText(result)]);
      }
      const { result, from, to, pattern, match } = options;
      const key =
        mapping['type'] === 'range'
          ? `${String(from ?? '-∞')} … ${String(to ?? '∞')}`
          : String(pattern ?? match ?? mapping['type']);
      return [[key, resultText(result)]];
    }),
  );
}

function resultText(result: unknown): string {
  const { text, color, icon } = jsonOf(result);
  const parts = [text === undefined ? undefined : code(String(text)), color, icon];
  return (
    parts
      .filter((part) => part !== undefined)
      .map(String)
      .join(' ') || 'nothing'
  );
}
