import { OPEN_ENV } from '../../lib/promql/index.ts';
import { describe as lineOf, review, type Review, type Side } from '../../lib/review/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** Text of files by path. */
export type Files = Readonly<Record<string, string>>;

/** A panel on the left half of the first line, unless it says something else. */
export function graph(title: string, more: Json = {}): Json {
  return {
    id: 1,
    title,
    type: 'timeseries',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    datasource: { type: 'prometheus', uid: 'prom' },
    targets: [{ refId: 'A', expr: 'sum(rate(requests_total[5m]))' }],
    ...more,
  };
}

/** A panel that asks something. */
export function asking(expr: string, more: Json = {}): Json {
  return graph('Requests', { targets: [{ refId: 'A', expr, ...more }] });
}

/** A panel whose fields are shown in some way. */
export function shown(defaults: Json, more: Json = {}): Json {
  return graph('Requests', { fieldConfig: { defaults, overrides: [] }, ...more });
}

export function row(title: string, y: number, more: Json = {}): Json {
  return { type: 'row', title, gridPos: { x: 0, y, w: 24, h: 1 }, ...more };
}

/** The file of a dashboard. */
export function board(panels: readonly Json[], more: Json = {}): Files {
  const json = { uid: 'shop', title: 'Shop', schemaVersion: 41, panels, ...more };
  return { 'shop.json': JSON.stringify(json) };
}

/** A dashboard with a variable. */
export function choosing(...variables: readonly Json[]): Files {
  return board([graph('Requests')], { templating: { list: variables } });
}

/** A rule file with one group. */
export function rules(...list: readonly string[]): Files {
  return { 'rules.yml': `groups:\n  - name: shop\n    rules:\n${list.join('')}` };
}

/** An alert; the lines of `more` are its other keys. */
export function alert(name: string, expr: string, more = ''): string {
  return `      - alert: ${name}\n        expr: ${JSON.stringify(expr)}\n${more}`;
}

export function recording(name: string, expr: string, more = ''): string {
  return `      - record: ${name}\n        expr: ${JSON.stringify(expr)}\n${more}`;
}

/** The file of an Alertmanager. */
export function notifying(text: string): Files {
  return { 'alertmanager.yml': text };
}

export function side(files: Files, more: Partial<Side> = {}): Side {
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return { files: list, envOf: () => OPEN_ENV, ...more };
}

export function reviewed(before: Files, after: Files): Review {
  return review(side(before), side(after));
}

/** What a person reads of the changes. */
export function lines(before: Files, after: Files): string[] {
  return reviewed(before, after).changes.map(lineOf);
}
