import { type Json, numberOf, recordOf, recordsOf, textOf, textsOf } from '../json.ts';

/** A dashboard as it is provisioned, of which only what this page looks at is read. */
export interface DashboardJson {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Empty: not refreshed. */
  readonly refresh: string;
  /** 0: each panel has its own crosshair, 1: they share it, 2: the tooltip too. */
  readonly graphTooltip: number;
  readonly hasVariables: boolean;
  readonly hasAnnotations: boolean;
  readonly links: readonly LinkJson[];
  readonly panels: readonly PanelJson[];
}

/** Of a dashboard (`type` says which kind) or of a panel. */
export interface LinkJson {
  readonly type: 'link' | 'dashboards';
  readonly title: string;
  readonly url: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly tags: readonly string[];
  readonly asDropdown: boolean;
  readonly keepTime: boolean;
  readonly includeVars: boolean;
  readonly targetBlank: boolean;
}

/** On a grid of 24 columns; 1 of height are 30 pixels and 8 between two. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly gridPos: GridPos;
  readonly transparent: boolean;
  readonly links: readonly LinkJson[];
  readonly options: Json;
  readonly fieldConfig: Json;
  readonly transformations: readonly Json[];
  readonly hasQueries: boolean;
  readonly maxDataPoints: number | undefined;
  /** A variable; empty: not repeated. */
  readonly repeat: string;
  readonly repeatDirection: 'h' | 'v';
  readonly maxPerRow: number;
  readonly timeFrom: string;
  readonly timeShift: string;
  readonly hideTimeOverride: boolean;
  /** Of a row. */
  readonly collapsed: boolean;
  /** Of a row that is collapsed. */
  readonly panels: readonly PanelJson[];
}

export function readDashboard(json: unknown): DashboardJson {
  const dashboard = recordOf(json);
  const time = recordOf(dashboard['time']);
  return {
    uid: textOf(dashboard['uid']),
    title: textOf(dashboard['title']),
    description: textOf(dashboard['description']),
    tags: textsOf(dashboard['tags']),
    from: textOf(time['from']) || 'now-6h',
    to: textOf(time['to']) || 'now',
    refresh: textOf(dashboard['refresh']),
    graphTooltip: numberOf(dashboard['graphTooltip']) ?? 0,
    hasVariables: recordsOf(recordOf(dashboard['templating'])['list']).length > 0,
    hasAnnotations: recordsOf(recordOf(dashboard['annotations'])['list']).length > 0,
    links: recordsOf(dashboard['links']).map(readLink),
    panels: recordsOf(dashboard['panels']).map(readPanel),
  };
}

function readPanel(panel: Json): PanelJson {
  const place = recordOf(panel['gridPos']);
  const width = Math.min(Math.max(numberOf(place['w']) ?? 12, 1), 24);
  return {
    id: numberOf(panel['id']) ?? 0,
    type: textOf(panel['type']),
    title: textOf(panel['title']),
    description: textOf(panel['description']),
    gridPos: {
      x: Math.min(Math.max(numberOf(place['x']) ?? 0, 0), 24 - width),
      y: Math.max(numberOf(place['y']) ?? 0, 0),
      w: width,
      h: Math.min(Math.max(numberOf(place['h']) ?? 8, 1), 200),
    },
    transparent: panel['transparent'] === true,
    links: recordsOf(panel['links']).map(readLink),
    options: recordOf(panel['options']),
    fieldConfig: recordOf(panel['fieldConfig']),
    transformations: recordsOf(panel['transformations']),
    hasQueries: recordsOf(panel['targets']).length > 0,
    maxDataPoints: numberOf(panel['maxDataPoints']),
    repeat: textOf(panel['repeat']),
    repeatDirection: panel['repeatDirection'] === 'v' ? 'v' : 'h',
    maxPerRow: Math.max(numberOf(panel['maxPerRow']) ?? 4, 1),
    timeFrom: textOf(panel['timeFrom']),
    timeShift: textOf(panel['timeShift']),
    hideTimeOverride: panel['hideTimeOverride'] === true,
    collapsed: panel['collapsed'] === true,
    panels: recordsOf(panel['panels']).map(readPanel),
  };
}

function readLink(link: Json): LinkJson {
  return {
    type: link['type'] === 'dashboards' ? 'dashboards' : 'link',
    title: textOf(link['title']),
    url: textOf(link['url']),
    tooltip: textOf(link['tooltip']),
    icon: textOf(link['icon']),
    tags: textsOf(link['tags']),
    asDropdown: link['asDropdown'] === true,
    keepTime: link['keepTime'] === true,
    includeVars: link['includeVars'] === true,
    targetBlank: link['targetBlank'] === true,
  };
}
