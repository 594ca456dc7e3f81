import {
  dashboardName,
  type Home,
  panelName,
  type PanelPair,
  type ReviewedDashboard,
} from '../dashboard/index.ts';
import { isJson, jsonOf, jsonsOf, textOf } from '../json.ts';
import { ruleName } from '../rules/index.ts';
import type { Snapshot } from '../snapshot.ts';
import { code, counted, listed } from '../wording.ts';
import { type Impact, impact } from './impact.ts';

interface Link {
  /** Who has it. */
  readonly of: string;
  readonly system: string | undefined;
  readonly url: string;
}

/** Links that led somewhere before and lead nowhere now. */
export function brokenLinks(before: Snapshot, after: Snapshot): Impact[] {
  return linksIn(after).flatMap((link) => {
    const why = whyBroken(link, before, after);
    return why === undefined
      ? []
      : [
          impact('broken-link', link.system, `a link of ${link.of} leads nowhere: ${why}`, [
            link.of,
          ]),
        ];
  });
}

function linksIn({ dashboards, groups }: Snapshot): Link[] {
  const inDashboards = dashboards.flatMap((dashboard) => {
    const { system } = dashboard;
    const above = { of: dashboardName(dashboard), system };
    return [
      ...jsonsOf(dashboard.json['links']).map(({ url }) => ({ ...above, url: textOf(url) })),
      ...dashboard.panels.flatMap((panel) => {
        const of = `${panelName(panel)} of ${dashboardName(dashboard)}`;
        return [...urlsIn(panel.json)].map((url) => ({ of, system, url }));
      }),
    ];
  });
  const inRules = groups.flatMap(({ rules }) =>
    rules.flatMap((rule) =>
      Object.values(rule.annotations).map((url) => ({
        of: ruleName(rule),
        system: rule.system,
        url,
      })),
    ),
  );
  return [...inDashboards, ...inRules];
}

/** Of links of the panel, its values and its overrides. */
function urlsIn(value: unknown): ReadonlySet<string> {
  const urls = new Set<string>();
  const visit = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(visit);
    if (!isJson(each)) return;
    if (typeof each['url'] === 'string') urls.add(each['url']);
    Object.values(each).forEach(visit);
  };
  visit(value);
  return urls;
}

function whyBroken({ url, system }: Link, before: Snapshot, after: Snapshot): string | undefined {
  const uid = /\/d\/([A-Za-z0-9_-]+)/.exec(url)?.[1];
  if (uid === undefined) return whyNoSection(url, system, before, after);
  const [old, young] = [before, after].map(({ dashboards }) =>
    dashboards.find((each) => each.uid === uid),
  );
  if (old === undefined) return undefined;
  if (young === undefined) return `there is no dashboard ${code(uid)} any more`;
  const panel = Number(/[?&]viewPanel=(?:panel-)?(\d+)/.exec(url)?.[1] ?? Number.NaN);
  const has = ({ panels }: ReviewedDashboard) => panels.some(({ id }) => id === panel);
  if (has(old) && !has(young)) {
    return `there is no panel ${panel} in ${dashboardName(young)} any more`;
  }
  const variable = [...url.matchAll(/[?&]var-(\w+)=/g)]
    .map(([, name = '']) => name)
    .find((name) => variablesOf(old).has(name) && !variablesOf(young).has(name));
  return variable === undefined
    ? undefined
    : `there is no variable ${code(`$${variable}`)} in ${dashboardName(young)} any more`;
}

function variablesOf({ json }: ReviewedDashboard): ReadonlySet<string> {
  return new Set(jsonsOf(jsonOf(json['templating'])['list']).map(({ name }) => textOf(name)));
}

/** A link to a section of a runbook in the folder. */
function whyNoSection(
  url: string,
  system: string | undefined,
  before: Snapshot,
  after: Snapshot,
): string | undefined {
  const [, file = '', section = ''] = /([\w./-]+\.md)#([\w-]+)$/.exec(url) ?? [];
  if (section === '') return undefined;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const sectionsIn = ({ others }: Snapshot) =>
    others
      .filter((each) => each.system === system && each.file.endsWith(name))
      .flatMap(({ text }) => [...text.matchAll(/^#+\s+(.+)$/gm)])
      .map(([, title = '']) =>
        title
          .trim()
          .toLowerCase()
          .replace(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      );
  if (!sectionsIn(before).includes(section) || sectionsIn(after).includes(section))
    return undefined;
  return `there is no section ${code(section)} in ${code(name)} any more`;
}

/** Bookmarks and links from elsewhere: ids and uids that are gone. */
export function lostAddresses(
  before: readonly ReviewedDashboard[],
  after: readonly ReviewedDashboard[],
  pairs: readonly PanelPair[],
): Impact[] {
  const uids = new Set(after.map(({ uid }) => uid));
  const dashboards = before
    .filter(({ uid }) => uid !== '' && !uids.has(uid))
    .map((each) =>
      impact(
        'lost-address',
        each.system,
        `bookmarks of ${dashboardName(each)} lead nowhere: there is no ${code(`/d/${each.uid}`)} any more`,
        [dashboardName(each)],
      ),
    );
  const other = pairs.filter(
    ({ before: old, after: young }) =>
      addressOf(old) !== addressOf(young) &&
      keyOf(old) !== keyOf(young) &&
      uids.has(old.dashboard.uid),
  );
  const byDashboard = new Map<ReviewedDashboard, PanelPair[]>();
  for (const pair of other) {
    byDashboard.set(pair.after.dashboard, [...(byDashboard.get(pair.after.dashboard) ?? []), pair]);
  }
  const panels = [...byDashboard].map(([dashboard, found]) => {
    const names = found.map(({ after: { panel } }) => panelName(panel));
    const message = `bookmarks of ${counted(found.length, 'panel')} of ${dashboardName(dashboard)} lead nowhere, because the ids are new: ${listed(names)}`;
    return impact('lost-address', dashboard.system, message, names);
  });
  return [...dashboards, ...panels];
}

function addressOf({ dashboard, panel }: Home): string {
  return `${dashboard.uid}/${panel.id}`;
}

/** Ids that another editor counted anew are no decision of anybody: dashc's follow from these. */
function keyOf({ dashboard, panel }: Home): string {
  return JSON.stringify([dashboard.uid, panel.row?.title, panel.title]);
}
