import { note, type Note, within } from '../change.ts';
import { isSame, type Json, jsonOf, jsonsOf, omit, stableText, textOf, textsOf } from '../json.ts';
import { match, movedOf, sameKey } from '../match.ts';
import { code, listed, plain } from '../wording.ts';
import { listNotes, settingNotes } from './settings.ts';

/** What differs between two configurations of Alertmanager. */
export function diffAlertmanager(before: Json, after: Json): Note[] {
  const SAID = ['route', 'receivers', 'inhibit_rules'];
  return [
    ...within('default route', routeSettings(jsonOf(before['route']), jsonOf(after['route']))),
    ...routeChanges(jsonOf(before['route']), jsonOf(after['route'])),
    ...receiverChanges(jsonsOf(before['receivers']), jsonsOf(after['receivers'])),
    ...inhibitionChanges(jsonsOf(before['inhibit_rules']), jsonsOf(after['inhibit_rules'])),
    ...settingNotes(omit(before, ...SAID), omit(after, ...SAID), 'alertmanager-setting'),
  ];
}

function routeChanges(before: Json, after: Json): Note[] {
  const [old, young] = [jsonsOf(before['routes']), jsonsOf(after['routes'])];
  const { pairs, added, removed } = match(old, young, [
    sameKey(stableText),
    (a, b) => (matchersText(a) === matchersText(b) && a['receiver'] === b['receiver'] ? 1 : 0),
    sameKey(matchersText),
    (a, b) => (a['receiver'] === b['receiver'] && isSame(a['routes'], b['routes']) ? 1 : 0),
  ]);
  const moved = movedOf(pairs.map((pair) => old.indexOf(pair.before)));
  const to = (route: Json) =>
    route['receiver'] === undefined ? '' : ` to ${code(textOf(route['receiver']))}`;
  return [
    ...added.map((route) =>
      note('route-added', `${routeName(route)}${to(route)} added`, { after: route }),
    ),
    ...removed.map((route) =>
      note('route-removed', `${routeName(route)}${to(route)} removed`, { before: route }),
    ),
    ...pairs.flatMap((pair, i) => [
      ...(moved.has(i) ? [movedRoute(pair.after, young)] : []),
      ...within(routeName(pair.after), [
        ...routeSettings(pair.before, pair.after),
        ...routeChanges(pair.before, pair.after),
      ]),
    ]),
  ];
}

/** The first route that fits is taken, so their order means something. */
function movedRoute(route: Json, all: readonly Json[]): Note {
  const previous = all[all.indexOf(route) - 1];
  const where = previous === undefined ? 'to the front' : `behind ${routeName(previous)}`;
  return note('route-moved', `${routeName(route)} moved ${where}`);
}

function routeName(route: Json): string {
  const text = matchersText(route);
  return text === '' ? 'route for everything' : `route ${code(text)}`;
}

/** In the form of today, sorted: their order means nothing. */
function matchersText({ matchers, match: equal, match_re: like }: Json): string {
  const old = (entries: unknown, op: string) =>
    Object.entries(jsonOf(entries)).map(([label, value]) => `${label}${op}"${String(value)}"`);
  const all = [...textsOf(matchers).map(spelled), ...old(equal, '='), ...old(like, '=~')];
  return all.sort().join(', ');
}

/** `severity = critical` and `severity="critical"` are the same. */
function spelled(matcher: string): string {
  const [, label, op, value = ''] = /^\s*(.+?)\s*(=~|!~|!=|=)\s*(.*?)\s*$/.exec(matcher) ?? [];
  if (label === undefined || op === undefined) return matcher;
  return `${label}${op}"${value.replace(/^"(.*)"$/, '$1')}"`;
}

function routeSettings(before: Json, after: Json): Note[] {
  const [from, to] = [before['receiver'], after['receiver']];
  const receiver =
    from === to
      ? []
      : [
          note('route-receiver', `goes to ${code(textOf(to))} instead of ${code(textOf(from))}`, {
            before: from,
            after: to,
          }),
        ];
  const [was, is] = [matchersText(before), matchersText(after)];
  const facts = { before: was, after: is };
  const matchers =
    was === is ? [] : [note('route-setting', `takes ${code(is)} instead of ${code(was)}`, facts)];
  const labels = (route: Json) => textsOf(route['group_by']);
  const rest = (route: Json) => {
    const SAID = ['receiver', 'matchers', 'match', 'match_re', 'routes', 'group_by'];
    const { continue: goesOn, ...others } = omit(route, ...SAID);
    return goesOn === true ? { ...others, continue: true } : others;
  };
  return [
    ...receiver,
    ...matchers,
    ...listNotes('grouping by', labels(before), labels(after), 'route-setting'),
    ...settingNotes(rest(before), rest(after), 'route-setting'),
  ];
}

function receiverChanges(before: readonly Json[], after: readonly Json[]): Note[] {
  const { pairs, added, removed } = match(before, after, [sameKey(({ name }) => textOf(name))]);
  const name = (receiver: Json) => `receiver ${code(textOf(receiver['name']))}`;
  return [
    ...added.map((each) => {
      const channels = channelsOf(each);
      const what =
        channels.length === 0 ? 'that tells nobody' : `by ${listed(channels.map(channelName))}`;
      return note('receiver-added', `${name(each)} added, ${what}`);
    }),
    ...removed.map((each) => note('receiver-removed', `${name(each)} removed`)),
    ...pairs.flatMap((pair) => within(name(pair.after), channelChanges(pair.before, pair.after))),
  ];
}

function channelsOf(receiver: Json): string[] {
  return Object.keys(receiver).filter((key) => key.endsWith('_configs'));
}

function channelName(key: string): string {
  return plain(key.replace(/_configs$/, ''));
}

function channelChanges(before: Json, after: Json): Note[] {
  const names = [...new Set([...channelsOf(before), ...channelsOf(after)])].sort();
  return names.flatMap((name) => {
    const [old, young] = [jsonsOf(before[name]), jsonsOf(after[name])];
    const channel = `channel ${code(channelName(name))}`;
    if (old.length < young.length) return [note('receiver-setting', `${channel} added`)];
    if (old.length > young.length) return [note('receiver-setting', `${channel} removed`)];
    return young.flatMap((each, i) =>
      settingNotes(old[i] ?? {}, each, 'receiver-setting').map((found) => ({
        ...found,
        message: `${channelName(name)}: ${found.message}`,
      })),
    );
  });
}

function inhibitionChanges(before: readonly Json[], after: readonly Json[]): Note[] {
  const { added, removed } = match(before, after, [sameKey(inhibitionText)]);
  const say = (each: Json, verb: string) => `inhibition ${code(inhibitionText(each))} ${verb}`;
  return [
    ...added.map((each) => note('inhibition-added', say(each, 'added'), { after: each })),
    ...removed.map((each) => note('inhibition-removed', say(each, 'removed'), { before: each })),
  ];
}

function inhibitionText(rule: Json): string {
  const side = (name: string) =>
    matchersText({
      matchers: rule[`${name}_matchers`],
      match: rule[`${name}_match`],
      match_re: rule[`${name}_match_re`],
    });
  const equal = [...textsOf(rule['equal'])].sort().join(', ');
  return `${side('source')} silences ${side('target')}${equal === '' ? '' : ` of the same ${equal}`}`;
}
