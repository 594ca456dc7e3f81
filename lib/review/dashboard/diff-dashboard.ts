import { note, type Note, within } from '../change.ts';
import { isSame, type Json, jsonOf, omit, textsOf } from '../json.ts';
import { type Pair } from '../match.ts';
import { changed, code, listed, quoted } from '../wording.ts';
import { annotationChanges } from './annotation-changes.ts';
import { panelChanges, textMessage } from './diff-panel.ts';
import { placeChanges, rowChanges } from './layout-changes.ts';
import { linkChanges } from './link-changes.ts';
import { matchPanels, matchRows } from './match-panels.ts';
import { optionChanges } from './panel-options.ts';
import { panelName, type ReviewedDashboard, type ReviewedPanel } from './reviewed-dashboard.ts';
import { variableChanges } from './variable-changes.ts';

/** What differs between two versions of a dashboard; panels that came and went are for who sees all dashboards. */
export interface DashboardDiff {
  readonly notes: readonly Note[];
  readonly pairs: readonly Pair<ReviewedPanel>[];
  readonly added: readonly ReviewedPanel[];
  readonly removed: readonly ReviewedPanel[];
}

/** Compares two versions of a dashboard. */
export function diffDashboard(before: ReviewedDashboard, after: ReviewedDashboard): DashboardDiff {
  const panels = matchPanels(before.panels, after.panels);
  const rows = matchRows(before.rows, after.rows, panels);
  return {
    notes: [
      ...dashboardSettings(before, after),
      ...variableChanges(before.json, after.json),
      ...linkChanges(before.json['links'], after.json['links']),
      ...annotationChanges(before.json, after.json),
      ...rowChanges(before, rows, after),
      ...placeChanges(panels, rows, before),
      ...panels.pairs.flatMap(onePanel),
    ],
    ...panels,
  };
}

/** What happened to a panel that is there before and after, except for its place. */
export function onePanel({ before, after }: Pair<ReviewedPanel>): Note[] {
  if (before === after) return [];
  const renamed =
    before.title === after.title
      ? []
      : [
          note('panel-renamed', `${panelName(before)} renamed to ${quoted(after.title)}`, {
            before: before.title,
            after: after.title,
          }),
        ];
  const changes = within(panelName(after), panelChanges(before.json, after.json));
  return [...renamed, ...changes].map((each) => ({ ...each, panel: after.id }));
}

const SAID = [
  ...['uid', 'title', 'description', 'tags', 'time', 'panels', 'templating', 'annotations'],
  ...['links', 'rows', 'refresh', 'timezone', 'graphTooltip', 'editable', 'timepicker'],
];

function dashboardSettings(before: ReviewedDashboard, after: ReviewedDashboard): Note[] {
  const [old, young] = [before.json, after.json];
  const notes: Note[] = [];
  if (before.title !== after.title) {
    const message = `title ${quoted(before.title)} to ${quoted(after.title)}`;
    notes.push(note('dashboard-renamed', message, { before: before.title, after: after.title }));
  }
  if (before.uid !== after.uid) {
    const message = changed('uid', before.uid, after.uid);
    notes.push(note('dashboard-identity', message, { before: before.uid, after: after.uid }));
  }
  if (before.file !== after.file) {
    const message = `file moved from ${code(before.file)}`;
    notes.push(note('dashboard-identity', message, { before: before.file, after: after.file }));
  }
  if (old['description'] !== young['description']) {
    const facts = { before: old['description'], after: young['description'] };
    const message = textMessage('description', facts.before, facts.after);
    notes.push(note('dashboard-setting', message, facts));
  }
  notes.push(...tagChanges(old, young));
  for (const [key, what] of Object.entries(SETTINGS)) {
    const facts = { before: old[key], after: young[key] };
    if (isSame(facts.before, facts.after)) continue;
    notes.push(note('dashboard-setting', changed(what, facts.before, facts.after), facts));
  }
  return [
    ...notes,
    ...timeChange(old, young),
    ...tooltipChange(old, young),
    ...optionChanges(jsonOf(old['timepicker']), jsonOf(young['timepicker']), 'dashboard-setting'),
    ...optionChanges(omit(old, ...SAID), omit(young, ...SAID), 'dashboard-setting'),
  ];
}

const SETTINGS: Readonly<Record<string, string>> = {
  refresh: 'refresh',
  timezone: 'time zone',
  editable: 'editing',
};

function tagChanges(old: Json, young: Json): Note[] {
  const [had, has] = [textsOf(old['tags']), textsOf(young['tags'])];
  const say = (tags: readonly string[], verb: string) =>
    tags.length === 0
      ? []
      : [
          note(
            'dashboard-tags',
            `${tags.length === 1 ? 'tag' : 'tags'} ${listed(tags.map(code))} ${verb}`,
            {
              before: had,
              after: has,
            },
          ),
        ];
  return [
    ...say(
      has.filter((tag) => !had.includes(tag)),
      'added',
    ),
    ...say(
      had.filter((tag) => !has.includes(tag)),
      'dropped',
    ),
  ];
}

function timeChange(old: Json, young: Json): Note[] {
  const [from, to] = [rangeOf(old), rangeOf(young)];
  if (from === to) return [];
  const message = `time range at first ${from} to ${to}`;
  return [note('dashboard-time', message, { before: old['time'], after: young['time'] })];
}

/** What Grafana shows where nothing is said. */
const USUAL = { from: 'now-6h', to: 'now' };

function rangeOf(json: Json): string {
  const { from, to } = { ...USUAL, ...jsonOf(json['time']) } as { from: unknown; to: unknown };
  return to === 'now' ? code(String(from)) : code(`${String(from)} – ${String(to)}`);
}

function tooltipChange(old: Json, young: Json): Note[] {
  const mode = (json: Json) => String(json['graphTooltip'] ?? 0);
  if (mode(old) === mode(young)) return [];
  const facts = { before: Number(mode(old)), after: Number(mode(young)) };
  return [note('dashboard-setting', TOOLTIPS[mode(young)] ?? 'another tooltip', facts)];
}

const TOOLTIPS: Readonly<Record<string, string>> = {
  0: 'panels have a crosshair each',
  1: 'panels share the crosshair',
  2: 'panels share crosshair and tooltip',
};
