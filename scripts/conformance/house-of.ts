import type { DurationText } from '../../lib/catalog/index.ts';
import type { HouseRuleSpec } from '../../lib/model/index.ts';

/** What is known of a case of another linter before it is looked at. */
interface Told {
  readonly check: string;
  readonly name: string;
  readonly expect: readonly string[];
  /** Of a rule. */
  readonly of?: 'alert' | 'record';
}

/**
 * The rules of the house under which another linter looked at a case. Its cases do not hold its settings: they are taken
 * from what it says, and from the names of cases. Where neither tells them there is no rule, and nothing is measured.
 */
export function houseOf(told: Told): readonly HouseRuleSpec[] {
  const always = ALWAYS[told.check];
  if (always !== undefined) return always;
  const said = told.expect.flatMap((text) => SAID[told.check]?.(text, told) ?? []);
  return [...said, ...(NAMED[told.check]?.(told.name) ?? [])];
}

const ALWAYS: Readonly<Record<string, readonly HouseRuleSpec[]>> = {
  // dashboard-linter
  'panel-datasource-rule': ['house/fixed-datasource'],
  'panel-title-description-rule': ['house/panel-title', 'house/panel-description'],
  'target-instance-rule': [{ code: 'house/filter-matcher', variables: ['instance'] }],
  'target-job-rule': [{ code: 'house/filter-matcher', variables: ['job'] }],
  'template-datasource-rule': ['house/datasource-variable'],
  'template-instance-rule': [{ code: 'house/filter-variable', variables: ['instance'] }],
  'template-job-rule': [{ code: 'house/filter-variable', variables: ['job'] }],
  'template-on-time-change-reload-rule': ['house/variable-refresh'],
  'uneditable-dashboard': ['house/editable-dashboard'],
  // pint
  'promql/fragile': ['house/ratio-without-for'],
};

const SAID: Readonly<Record<string, (text: string, told: Told) => readonly HouseRuleSpec[]>> = {
  'alerts/annotation': (text) =>
    textRules(text).map((rule) => ({ code: 'house/annotation', ...rule })),
  'promql/aggregate': (text) => [
    ...named(/`(\w+)` label is required and should be preserved/, text).map(
      (label): HouseRuleSpec => ({ code: 'house/kept-label', labels: [label] }),
    ),
    ...named(/`(\w+)` label should be removed/, text).map((label): HouseRuleSpec => ({
      code: 'house/dropped-label',
      labels: [label],
    })),
  ],
  'promql/range_query': (text) =>
    named(/but (\w+) is the maximum allowed/, text).map((at) => ({
      code: 'house/long-range',
      atMost: at as DurationText,
    })),
  'promql/selector': (text) =>
    named(/must specify `(\w+)` label/, text).map((label) => ({
      code: 'house/required-matcher',
      labels: [label],
    })),
  'rule/for': (text) => {
    const of = text.includes('keep_firing_for') ? 'keepFiringFor' : 'for';
    const limit = (word: string) => named(new RegExp(`${word} duration of (\\w+)`), text);
    return [
      ...limit('minimum').map((at): HouseRuleSpec => ({
        code: 'house/pending-period',
        of,
        atLeast: at as DurationText,
      })),
      ...limit('maximum').map((at): HouseRuleSpec => ({
        code: 'house/pending-period',
        of,
        atMost: at as DurationText,
      })),
    ];
  },
  'rule/label': (text, { of = 'alert' }) =>
    textRules(text).map((rule) => ({ code: 'house/rule-label', of, ...rule })),
  'rule/name': (text, { of = 'alert' }) =>
    named(/name must match `\^(.+)\$`/, text).map((matches) => ({
      code: 'house/rule-name',
      of,
      matches,
    })),
  'rule/reject': (text, { name }) => {
    const of = /annotation/.test(name) ? 'annotation' : 'label';
    const [, what, pattern = ''] =
      /(key|value) is not allowed to match `\^(.+)\$`/.exec(text) ?? [];
    if (what === undefined) return [];
    return [
      {
        code: 'house/forbidden-text',
        of,
        ...(what === 'key' ? { name: pattern } : { matches: pattern }),
      },
    ];
  },
};

const NAMED: Readonly<Record<string, (name: string) => readonly HouseRuleSpec[]>> = {
  // A near miss of the limit that the others have.
  'promql/range_query': (name) =>
    name === 'limit / 3h' ? [{ code: 'house/long-range', atMost: '4h' }] : [],
  'rule/dependency': (name) => [
    {
      code: 'house/other-group',
      except: named(/when (\S+) is in ignoreGroupMismatch/, name),
    },
  ],
};

/** Of labels and annotations: what has to be there, or to look so where it is. */
function textRules(text: string) {
  const required = named(/`(\w+)` (?:label|annotation) is required/, text);
  const [, name, matches] =
    /`(\S+)` (?:label|annotation) value must match `\^(.+)\$`/.exec(text) ?? [];
  // What it fills in from the rule is not ours to guess.
  const isPlain = name !== undefined && matches !== undefined && !matches.includes('{{');
  return [
    ...required.map((each) => ({ name: each })),
    ...(isPlain ? [{ name, matches, optional: true }] : []),
  ];
}

function named(pattern: RegExp, text: string): readonly string[] {
  const [, found] = pattern.exec(text) ?? [];
  return found === undefined ? [] : [found];
}
