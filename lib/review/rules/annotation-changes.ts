import { note, type Note } from '../change.ts';
import { code } from '../wording.ts';

/** Names for the panels that alerts point to. */
export interface PanelNames {
  /** `panel "Queue" of dashboard "Flashes"`; `undefined` where there is no such panel. */
  readonly nameOf: (side: 'before' | 'after', at: PanelPlace) => string | undefined;
  /** Whether it is one panel, whatever its id is now. */
  readonly isSame: (before: PanelPlace, after: PanelPlace) => boolean;
}

export interface PanelPlace {
  readonly uid: string;
  readonly id: string;
}

type Annotations = Readonly<Record<string, string>>;

/** What differs between the texts of two versions of an alert. */
export function annotationChanges(
  before: Annotations,
  after: Annotations,
  panels: PanelNames,
): Note[] {
  const [from, to] = [placeOf(before), placeOf(after)];
  const isSamePanel = from !== undefined && to !== undefined && panels.isSame(from, to);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return [
    ...panelNote(from, to, isSamePanel, panels),
    ...names
      .filter((name) => !PANEL_KEYS.has(name))
      .flatMap((name) => {
        const [old, young] = [before[name], after[name]];
        if (old === young || isSameLink(old, young, from, to)) return [];
        const facts = { before: old, after: young };
        return [note('alert-annotation', textMessage(name, old, young), facts)];
      }),
  ];
}

const PANEL_KEYS: ReadonlySet<string> = new Set(['__dashboardUid__', '__panelId__']);

function placeOf(annotations: Annotations): PanelPlace | undefined {
  const { __dashboardUid__: uid, __panelId__: id } = annotations;
  return uid === undefined || id === undefined ? undefined : { uid, id };
}

function panelNote(
  from: PanelPlace | undefined,
  to: PanelPlace | undefined,
  isSame: boolean,
  panels: PanelNames,
): Note[] {
  if (isSame || (from?.uid === to?.uid && from?.id === to?.id)) return [];
  const text = (side: 'before' | 'after', at: PanelPlace) =>
    panels.nameOf(side, at) ?? `panel ${at.id} of dashboard ${code(at.uid)}`;
  const facts = { before: from, after: to };
  if (to === undefined) {
    const message = from === undefined ? '' : `no longer drawn in ${text('before', from)}`;
    return [note('alert-panel', message, facts)];
  }
  const instead = from === undefined ? '' : ` instead of ${text('before', from)}`;
  return [note('alert-panel', `drawn in ${text('after', to)}${instead}`, facts)];
}

/** The address of a panel changes with the panel, which is said already. */
function isSameLink(
  old: string | undefined,
  young: string | undefined,
  from: PanelPlace | undefined,
  to: PanelPlace | undefined,
): boolean {
  if (old === undefined || young === undefined || from === undefined || to === undefined)
    return false;
  return old.replace(from.uid, to.uid).replace(from.id, to.id) === young;
}

function textMessage(name: string, before: string | undefined, after: string | undefined): string {
  const what = LINKS[name] ?? name;
  if (before === undefined) return `${what} added: ${code(after ?? '')}`;
  return after === undefined ? `${what} dropped` : `${what} is now ${code(after)}`;
}

const LINKS: Readonly<Record<string, string>> = {
  runbook_url: 'link to the runbook',
  dashboard: 'link to the dashboard',
};
