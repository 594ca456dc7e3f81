import type { JsonValue } from '../../catalog/index.ts';
import { call, type Code, json, list, object } from '../source/index.ts';
import type { Context, Tally } from './context.ts';
import { isAssumed } from './context.ts';
import { readExpression } from './read-query.ts';
import { color, duration, isRaw, listOf, type Raw, rawAt, textAt } from './readers.ts';

/** The keys of `dashboard({…})` besides its rows and variables. */
export function readTop(dashboard: Raw, uid: string, context: Context, tally: Tally) {
  const { description, tags, refresh, timezone, graphTooltip } = dashboard;
  const isZone = typeof timezone === 'string' && /^(?:utc|browser|.*\/.*)$/.test(timezone);
  return {
    uid: json(uid),
    title: json(textAt(dashboard, 'title') ?? ''),
    description: typeof description === 'string' ? json(description) : undefined,
    tags: isTexts(tags) ? json(tags) : undefined,
    refresh: refresh === undefined ? undefined : duration(refresh),
    time: timeOf(dashboard.time),
    timezone: isZone ? json(timezone) : undefined,
    cursor:
      graphTooltip === 1 ? json('crosshair') : graphTooltip === 2 ? json('tooltip') : undefined,
    editable: dashboard.editable === false ? json(false) : undefined,
    links: linksOf(dashboard),
    annotations: annotationsOf(dashboard, context, tally),
  } satisfies Record<string, Code | undefined>;
}

function isTexts(value: JsonValue | undefined): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    (value as readonly JsonValue[]).every((each) => typeof each === 'string')
  );
}

function timeOf(time: JsonValue | undefined): Code | undefined {
  if (!isRaw(time)) return undefined;
  const { from = 'now-6h', to = 'now' } = time;
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const length = /^now-(.*)$/.exec(from)?.[1];
  const code = to === 'now' && length !== undefined ? duration(length) : undefined;
  return code ?? json({ from, to });
}

/** All of them, or none: what has no call keeps the whole list. */
function linksOf({ links }: Raw): Code | undefined {
  if (!Array.isArray(links) || links.length === 0) return undefined;
  const read = listOf(links).map(linkOf);
  const known = read.filter((link) => link !== undefined);
  return known.length === links.length ? list(known) : undefined;
}

function linkOf(link: Raw): Code | undefined {
  const { type, title, url, icon, keepTime, includeVars, targetBlank, tooltip, tags } = link;
  const { asDropdown, ...rest } = link;
  const unknown = Object.keys(rest).filter((key) => !LINK_KEYS.has(key));
  if (unknown.length > 0 || typeof title !== 'string') return undefined;
  const flags = [keepTime, includeVars, targetBlank, asDropdown];
  if (!flags.every((each) => each === undefined || typeof each === 'boolean')) return undefined;
  if (tooltip !== undefined && typeof tooltip !== 'string') return undefined;
  if (icon !== undefined && typeof icon !== 'string') return undefined;
  const options = (inside: boolean, assumedIcon: string, dropdown?: boolean) => {
    const all = object({
      tooltip: tooltip === undefined ? undefined : json(tooltip),
      keepTime: (keepTime === true) === inside ? undefined : json(keepTime === true),
      keepVariables: includeVars === true ? json(true) : undefined,
      newTab: (targetBlank === true) === !inside ? undefined : json(targetBlank === true),
      icon: (icon ?? '') === assumedIcon ? undefined : json(icon ?? ''),
      dropdown: dropdown === false ? json(false) : undefined,
    });
    return all.kind === 'object' && all.entries.length > 0 ? [all] : [];
  };
  if (type === 'dashboards' && (url === undefined || url === '')) {
    if (tags !== undefined && !(Array.isArray(tags) && (tags.length === 0 || isTexts(tags)))) {
      return undefined;
    }
    return call(
      'linkToTags',
      json(tags ?? []),
      json(title),
      ...options(true, '', asDropdown === true),
    );
  }
  if (type !== 'link' || typeof url !== 'string' || asDropdown === true) return undefined;
  const uid = /^\/d\/([\w-]{1,40})$/.exec(url)?.[1];
  if (uid !== undefined && icon === 'dashboard') {
    return call('linkTo', json(uid), json(title), ...options(true, 'dashboard'));
  }
  return call('linkToUrl', json(url), json(title), ...options(false, 'external link'));
}

const LINK_KEYS: ReadonlySet<string> = new Set([
  ...['type', 'title', 'url', 'icon', 'keepTime', 'includeVars', 'targetBlank', 'tooltip', 'tags'],
]);

function annotationsOf(dashboard: Raw, context: Context, tally: Tally): Code | undefined {
  const { list: all, ...rest } = rawAt(dashboard, 'annotations');
  if (!Array.isArray(all) || all.length === 0 || Object.keys(rest).length > 0) return undefined;
  const read = listOf(all).map((raw) => annotationOf(raw, context, tally));
  const known = read.filter((code) => code !== undefined);
  return known.length === all.length ? list(known) : undefined;
}

function annotationOf(raw: Raw, context: Context, tally: Tally): Code | undefined {
  const {
    name,
    expr,
    datasource,
    iconColor,
    titleFormat,
    textFormat,
    tagKeys,
    step,
    enable,
    ...rest
  } = raw;
  if (typeof name !== 'string' || typeof expr !== 'string' || Object.keys(rest).length > 0) {
    return undefined;
  }
  if (!isAssumed(datasource, 'prometheus', context)) return undefined;
  const texts = [titleFormat, textFormat, tagKeys];
  if (!texts.every((each) => each === undefined || typeof each === 'string')) return undefined;
  const paint = iconColor === undefined ? undefined : color(iconColor);
  const every = step === undefined ? undefined : duration(step);
  if (paint === undefined || (step !== undefined && every === undefined)) return undefined;
  const read = readExpression(expr, context, tally, `annotation ${JSON.stringify(name)}`);
  if (read === undefined) return undefined;
  return call(
    'annotation',
    object({
      name: json(name),
      expr: read.code,
      title: titleFormat === undefined ? undefined : json(titleFormat),
      text: textFormat === undefined ? undefined : json(textFormat),
      color: paint,
      tags: typeof tagKeys === 'string' ? json(tagKeys.split(',')) : undefined,
      step: every,
      off: enable === false ? json(true) : undefined,
    }),
  );
}
