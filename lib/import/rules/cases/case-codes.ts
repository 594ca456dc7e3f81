import type { Expr } from '../../../promql/index.ts';
import { durationText, type Handles } from '../../promql/index.ts';
import { call, type Code, type Entry, json, list, object } from '../../source/index.ts';
import type { RawRule } from '../rule-file.ts';
import { deriveCases, type DerivedCases, type DerivedWorld } from './derive-cases.ts';
import type { Recordings } from './expand-recordings.ts';
import type { SteadySeries } from './steady-world.ts';

/** The `cases` of an alert; a reason where they are left to people. */
export interface CaseCodes {
  readonly entry: Entry;
  readonly reason?: string;
}

export function caseCodes(
  rule: RawRule,
  expr: Expr,
  handles: Handles,
  recordings: Recordings,
): CaseCodes {
  const derived = deriveCases(rule, expr, handles, recordings);
  if (!('reason' in derived)) return { entry: { key: 'cases', value: casesCode(derived) } };
  return {
    reason: derived.reason,
    entry: {
      key: 'cases',
      value: list([todo(rule)]),
      comment: `TODO(import): ${derived.reason}. Write what makes it fire, and a case in which it stays quiet.`,
    },
  };
}

/** Fails until somebody writes it: nothing fires in an empty world, and what does is not this. */
function todo({ annotations }: RawRule): Code {
  const texts = ['summary', 'description'].filter(
    (key) => annotations[key]?.includes('{{') === true,
  );
  return object({
    name: json('TODO(import): fires'),
    given: list([]),
    at: json('1m'),
    fires: list([
      object({
        labels: json({ todo: 'import' }),
        ...Object.fromEntries(texts.map((key) => [key, json('TODO(import)')])),
      }),
    ]),
  });
}

function casesCode({ fires, quiet, alerts, at }: DerivedCases): Code {
  const moment = json(durationText(at * 1000));
  const firing = object({
    name: json(fires.length === 0 && quiet === undefined ? 'fires always' : 'fires'),
    given: givenCode(fires),
    at: moment,
    fires: list(
      alerts.map(({ labels, value, texts }) =>
        object({
          labels: Object.keys(labels).length === 0 ? undefined : json(labels),
          value: json(value),
          ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, json(text)])),
        }),
      ),
    ),
  });
  if (quiet === undefined) return list([firing]);
  const silent = object({
    name: json(difference(fires, quiet)),
    given: givenCode(quiet),
    at: moment,
  });
  return list([firing, silent]);
}

/** What is different in the second world. */
function difference(fires: DerivedWorld, quiet: DerivedWorld): string {
  const seriesIn = (world: DerivedWorld) =>
    new Map(world.map(({ slot, series }) => [slot, series]));
  const [before, after] = [seriesIn(fires), seriesIn(quiet)];
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (slot) => before.get(slot) !== after.get(slot),
  );
  const [only] = changed;
  if (only === undefined || changed.length > 1) return 'is quiet otherwise';
  const [series] = after.get(only) ?? [];
  if (series === undefined) return `is quiet without \`${only.name}\``;
  if (only.buckets) return `is quiet with other values of \`${only.name}\``;
  const value = only.counts ? `rising by ${series.perSecond} a second` : `at ${series.start}`;
  return `is quiet with \`${only.name}\` ${value}`;
}

function givenCode(world: DerivedWorld): Code {
  return list(
    world.flatMap(({ slot, series }) =>
      series.map((each) => {
        const { code, root, value } = slot.handle;
        const handle: Code = { kind: 'made', code, names: [root], value };
        return call('given', handle, json(unlike(slot, each)), samplesCode(each));
      }),
    ),
  );
}

/** The labels that are not filled in anyway: see `given`. */
function unlike({ handle }: DerivedWorld[number]['slot'], { labels }: SteadySeries) {
  const fixed = new Map(
    handle.selector.matchers.flatMap(({ label, op, value }) =>
      op === '=' ? [[label, value]] : [],
    ),
  );
  const entries = Object.entries(labels).filter(([label, value]) => {
    const declared = Object.hasOwn(handle.labels, label);
    const filled = fixed.get(label) ?? (declared ? firstOf(handle.labels[label], label) : '');
    return value !== filled;
  });
  return Object.fromEntries(entries);
}

function firstOf(values: unknown, label: string): string {
  return Array.isArray(values) ? String(values[0] ?? label) : label;
}

function samplesCode({ start, perSecond }: SteadySeries): Code {
  if (perSecond === 0) return call('constant', json(start));
  return call('rising', json(perSecond), ...(start === 0 ? [] : [json(start)]));
}
