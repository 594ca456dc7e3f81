import { beforeAll, describe, expect, it } from 'vitest';

import { type SchemaError, validateDashboard } from '../../../lib/emit/schema/index.ts';
import { compileValidator } from '../../../scripts/schema/compile.ts';
import { BASELINE } from './baseline.ts';

// The tests must see the committed schema, not a validator that was compiled earlier.
beforeAll(compileValidator);

interface Mutation {
  readonly name: string;
  /** JSON pointer to the key that is changed. */
  readonly at: string;
  /** The new value. */
  readonly to?: unknown;
  /** The new key. Without it and without a value, the key is removed. */
  readonly rename?: string;
  /** `path: message (hint)`, without the lists of allowed names. */
  readonly errors: readonly string[];
}

const TIMESERIES = '/panels/1';
const STAT = '/panels/2';
const TABLE = '/panels/5';
const DEFAULTS = `${TIMESERIES}/fieldConfig/defaults`;
const OVERRIDE = `${TIMESERIES}/fieldConfig/overrides/0`;

const MUTATIONS: readonly Mutation[] = [
  {
    name: 'fieldConfig dropped',
    at: `${STAT}/fieldConfig`,
    errors: ['/panels/2: `fieldConfig` is missing'],
  },
  {
    name: 'fieldConfig renamed',
    at: `${STAT}/fieldConfig`,
    rename: 'fieldConfg',
    errors: [
      '/panels/2: `fieldConfig` is missing',
      '/panels/2/fieldConfg: `fieldConfg` is no key here (did you mean `fieldConfig`?)',
    ],
  },
  {
    name: 'gridPos.h a text',
    at: `${TIMESERIES}/gridPos/h`,
    to: '8',
    errors: ['/panels/1/gridPos/h: `"8"` is not an integer'],
  },
  {
    name: 'gridPos.h a fraction',
    at: `${TIMESERIES}/gridPos/h`,
    to: 8.5,
    errors: ['/panels/1/gridPos/h: `8.5` is not an integer'],
  },
  {
    name: 'gridPos.w over 24',
    at: `${TIMESERIES}/gridPos/w`,
    to: 30,
    errors: ['/panels/1/gridPos/w: `30` is more than 24'],
  },
  {
    name: 'gridPos missing',
    at: `${TIMESERIES}/gridPos`,
    errors: ['/panels/1: `gridPos` is missing'],
  },
  {
    name: 'panel option unknown',
    at: `${TIMESERIES}/options/legnd`,
    to: {},
    errors: ['/panels/1/options/legnd: `legnd` is no key here (did you mean `legend`?)'],
  },
  {
    name: 'legend.calcs a text',
    at: `${TIMESERIES}/options/legend/calcs`,
    to: 'mean',
    errors: ['/panels/1/options/legend/calcs: `mean` is not an array'],
  },
  {
    name: 'enum displayMode',
    at: `${TIMESERIES}/options/legend/displayMode`,
    to: 'tabel',
    errors: [
      '/panels/1/options/legend/displayMode: `tabel` is not allowed here (did you mean `table`?)',
    ],
  },
  {
    name: 'enum drawStyle',
    at: `${DEFAULTS}/custom/drawStyle`,
    to: 'lines',
    errors: [
      '/panels/1/fieldConfig/defaults/custom/drawStyle: `lines` is not allowed here (did you mean `line`?)',
    ],
  },
  {
    name: 'lineWidth text',
    at: `${DEFAULTS}/custom/lineWidth`,
    to: '2',
    errors: ['/panels/1/fieldConfig/defaults/custom/lineWidth: `"2"` is not an integer'],
  },
  {
    name: 'custom unknown',
    at: `${DEFAULTS}/custom/lineWidht`,
    to: 2,
    errors: [
      '/panels/1/fieldConfig/defaults/custom/lineWidht: `lineWidht` is no key here (did you mean `lineWidth`?)',
    ],
  },
  {
    name: 'fillOpacity 200',
    at: `${DEFAULTS}/custom/fillOpacity`,
    to: 200,
    errors: ['/panels/1/fieldConfig/defaults/custom/fillOpacity: `200` is more than 100'],
  },
  {
    name: 'unit number',
    at: `${DEFAULTS}/unit`,
    to: 5,
    errors: ['/panels/1/fieldConfig/defaults/unit: `5` is not allowed here (did you mean `d`?)'],
  },
  {
    name: 'unit secs',
    at: `${DEFAULTS}/unit`,
    to: 'secs',
    errors: ['/panels/1/fieldConfig/defaults/unit: `secs` is not allowed here'],
  },
  {
    name: 'suffix empty',
    at: `${DEFAULTS}/unit`,
    to: 'suffix:',
    errors: ['/panels/1/fieldConfig/defaults/unit: `suffix:` is not allowed here'],
  },
  {
    name: 'threshold no colour',
    at: `${DEFAULTS}/thresholds/steps/1/color`,
    errors: ['/panels/1/fieldConfig/defaults/thresholds/steps/1: `color` is missing'],
  },
  {
    name: 'threshold first not null',
    at: `${DEFAULTS}/thresholds/steps/0/value`,
    to: 0,
    errors: ['/panels/1/fieldConfig/defaults/thresholds/steps/0/value: `0` is not allowed here'],
  },
  {
    name: 'threshold later null',
    at: `${DEFAULTS}/thresholds/steps/1/value`,
    to: null,
    errors: ['/panels/1/fieldConfig/defaults/thresholds/steps/1/value: `null` is not a number'],
  },
  {
    name: 'threshold colour',
    at: `${DEFAULTS}/thresholds/steps/1/color`,
    to: 'greeen',
    errors: [
      '/panels/1/fieldConfig/defaults/thresholds/steps/1/color: `greeen` is not a colour of Grafana such as `green` or `dark-red`, `#rrggbb` or `rgba(…)`',
    ],
  },
  {
    name: 'expr renamed',
    at: `${TIMESERIES}/targets/0/expr`,
    rename: 'exp',
    errors: [
      '/panels/1/targets/0: `expr` is missing',
      '/panels/1/targets/0/exp: `exp` is no key here (did you mean `expr`?)',
    ],
  },
  {
    name: 'expr empty',
    at: `${TIMESERIES}/targets/0/expr`,
    to: '',
    errors: ['/panels/1/targets/0/expr: `""` is too short, the least length is 1'],
  },
  {
    name: 'refId dropped',
    at: `${TIMESERIES}/targets/0/refId`,
    errors: ['/panels/1/targets/0: `refId` is missing'],
  },
  {
    name: 'targets empty',
    at: `${TIMESERIES}/targets`,
    to: [],
    errors: ['/panels/1/targets: `[]` is too short, the least length is 1'],
  },
  {
    name: 'legendFormat number',
    at: `${TIMESERIES}/targets/1/legendFormat`,
    to: 5,
    errors: ['/panels/1/targets/1/legendFormat: `5` is not a string'],
  },
  {
    name: 'legend number',
    at: `${TIMESERIES}/options/legend`,
    to: 5,
    errors: ['/panels/1/options/legend: `5` is not an object'],
  },
  {
    name: 'type typo',
    at: `${TIMESERIES}/type`,
    to: 'timeserie',
    errors: ['/panels/1/type: `timeserie` is no type here (did you mean `timeseries`?)'],
  },
  { name: 'type missing', at: `${TIMESERIES}/type`, errors: ['/panels/1: `type` is missing'] },
  {
    name: 'stat option in timeseries',
    at: `${TIMESERIES}/options/graphMode`,
    to: 'area',
    errors: ['/panels/1/options/graphMode: `graphMode` is no key here'],
  },
  {
    name: 'variable type',
    at: '/templating/list/1/type',
    to: 'qurey',
    errors: ['/templating/list/1/type: `qurey` is no type here (did you mean `query`?)'],
  },
  {
    name: 'variable refresh',
    at: '/templating/list/1/refresh',
    to: 'onLoad',
    errors: ['/templating/list/1/refresh: `onLoad` is not allowed here'],
  },
  {
    name: 'variable refresh dropped',
    at: '/templating/list/1/refresh',
    errors: ['/templating/list/1: `refresh` is missing'],
  },
  {
    name: 'dashboard key',
    at: '/titel',
    to: 'x',
    errors: ['/titel: `titel` is no key here (did you mean `title`?)'],
  },
  { name: 'uid dropped', at: '/uid', errors: [': `uid` is missing'] },
  {
    name: 'uid long',
    at: '/uid',
    to: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    errors: [
      '/uid: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…` is too long, the greatest length is 40',
    ],
  },
  {
    name: 'uid blanks',
    at: '/uid',
    to: 'a b',
    errors: ['/uid: `a b` is not 1 to 40 of `a-z`, `A-Z`, `0-9`, `_` and `-`'],
  },
  {
    name: 'row key',
    at: '/panels/0/colapsed',
    to: true,
    errors: ['/panels/0/colapsed: `colapsed` is no key here (did you mean `collapsed`?)'],
  },
  {
    name: 'row collapsed dropped',
    at: '/panels/0/collapsed',
    errors: ['/panels/0: `collapsed` is missing'],
  },
  {
    name: 'datasource text',
    at: `${TIMESERIES}/datasource`,
    to: 'prom',
    errors: ['/panels/1/datasource: `prom` is not an object'],
  },
  {
    name: 'datasource no uid',
    at: `${TIMESERIES}/datasource/uid`,
    errors: ['/panels/1/datasource: `uid` is missing'],
  },
  {
    name: 'datasource type',
    at: `${TIMESERIES}/targets/1/datasource/type`,
    to: 'promtheus',
    errors: [
      '/panels/1/targets/1/datasource/type: `promtheus` is not allowed here (did you mean `prometheus`?)',
    ],
  },
  {
    name: 'schemaVersion text',
    at: '/schemaVersion',
    to: '42',
    errors: ['/schemaVersion: `"42"` is not allowed here'],
  },
  {
    name: 'schemaVersion 41',
    at: '/schemaVersion',
    to: 41,
    errors: ['/schemaVersion: `41` is not allowed here'],
  },
  {
    name: 'override id typo',
    at: `${OVERRIDE}/properties/1/id`,
    to: 'custom.lineWidht',
    errors: [
      '/panels/1/fieldConfig/overrides/0/properties/1/id: `custom.lineWidht` is no id here (did you mean `custom.lineWidth`?)',
    ],
  },
  {
    name: 'override id of other panel',
    at: `${OVERRIDE}/properties/1/id`,
    to: 'custom.cellOptions',
    errors: [
      '/panels/1/fieldConfig/overrides/0/properties/1/id: `custom.cellOptions` is no id here',
    ],
  },
  {
    name: 'override value',
    at: `${OVERRIDE}/properties/1/value`,
    to: 'thick',
    errors: ['/panels/1/fieldConfig/overrides/0/properties/1/value: `thick` is not an integer'],
  },
  {
    name: 'override value range',
    at: `${OVERRIDE}/properties/2/value`,
    to: 200,
    errors: ['/panels/1/fieldConfig/overrides/0/properties/2/value: `200` is more than 100'],
  },
  {
    name: 'matcher id',
    at: `${OVERRIDE}/matcher/id`,
    to: 'byname',
    errors: [
      '/panels/1/fieldConfig/overrides/0/matcher/id: `byname` is no id here (did you mean `byName`?)',
    ],
  },
  {
    name: 'matcher options',
    at: `${OVERRIDE}/matcher/options`,
    to: 5,
    errors: ['/panels/1/fieldConfig/overrides/0/matcher/options: `5` is not a string'],
  },
  {
    name: 'reducer',
    at: `${STAT}/options/reduceOptions/calcs/0`,
    to: 'lastNotNul',
    errors: [
      '/panels/2/options/reduceOptions/calcs/0: `lastNotNul` is not allowed here (did you mean `lastNotNull`?)',
    ],
  },
  {
    name: 'legend reducer',
    at: `${TIMESERIES}/options/legend/calcs/0`,
    to: 'avg',
    errors: ['/panels/1/options/legend/calcs/0: `avg` is not allowed here'],
  },
  {
    name: 'fixedColor missing',
    at: `${OVERRIDE}/properties/0/value/fixedColor`,
    errors: ['/panels/1/fieldConfig/overrides/0/properties/0/value: `fixedColor` is missing'],
  },
  {
    name: 'mode',
    at: `${DEFAULTS}/color/mode`,
    to: 'pallete-classic',
    errors: [
      '/panels/1/fieldConfig/defaults/color/mode: `pallete-classic` is no mode here (did you mean `palette-classic`?)',
    ],
  },
  {
    name: 'transf id',
    at: `${TABLE}/transformations/2/id`,
    to: 'organise',
    errors: ['/panels/5/transformations/2/id: `organise` is no id here (did you mean `organize`?)'],
  },
  {
    name: 'transf opt',
    at: `${TABLE}/transformations/2/options/renamByName`,
    to: {},
    errors: [
      '/panels/5/transformations/2/options/renamByName: `renamByName` is no key here (did you mean `renameByName`?)',
    ],
  },
  {
    name: 'transf reducer',
    at: `${TABLE}/transformations/3/options/fields/Job/aggregations/0`,
    to: 'summ',
    errors: [
      '/panels/5/transformations/3/options/fields/Job/aggregations/0: `summ` is not allowed here (did you mean `sum`?)',
    ],
  },
  {
    name: 'calc mode',
    at: `${TABLE}/transformations/5/options/mode`,
    to: 'binry',
    errors: [
      '/panels/5/transformations/5/options/mode: `binry` is no mode here (did you mean `binary`?)',
    ],
  },
  {
    name: 'value matcher',
    at: `${TABLE}/transformations/4/options/filters/0/config/id`,
    to: 'greter',
    errors: [
      '/panels/5/transformations/4/options/filters/0/config/id: `greter` is no id here (did you mean `greater`?)',
    ],
  },
  {
    name: 'mapping type',
    at: `${STAT}/fieldConfig/defaults/mappings/0/type`,
    to: 'values',
    errors: [
      '/panels/2/fieldConfig/defaults/mappings/0/type: `values` is no type here (did you mean `value`?)',
    ],
  },
  {
    name: 'mapping special',
    at: `${STAT}/fieldConfig/defaults/mappings/3/options/match`,
    to: 'NaN',
    errors: [
      '/panels/2/fieldConfig/defaults/mappings/3/options/match: `NaN` is not allowed here (did you mean `nan`?)',
    ],
  },
  {
    name: 'footer',
    at: `${TABLE}/options/footer`,
    to: { show: false },
    errors: ['/panels/5/options/footer: `footer` is no key here'],
  },
  {
    name: 'cellOptions dropped',
    at: `${TABLE}/fieldConfig/defaults/custom/cellOptions`,
    errors: ['/panels/5/fieldConfig/defaults/custom: `cellOptions` is missing'],
  },
  {
    name: 'cellOptions type',
    at: `${TABLE}/fieldConfig/defaults/custom/cellOptions/type`,
    to: 'bar',
    errors: ['/panels/5/fieldConfig/defaults/custom/cellOptions/type: `bar` is no type here'],
  },
  {
    name: 'refresh',
    at: '/refresh',
    to: 'often',
    errors: ['/refresh: `often` is not a duration such as `30s`, `auto`, or empty for never'],
  },
  {
    name: 'timezone',
    at: '/timezone',
    to: 'Mars/Phobos',
    errors: [
      '/timezone: `Mars/Phobos` is not `utc`, `browser`, empty, or a zone such as `Europe/Paris`',
    ],
  },
  {
    name: 'time',
    at: '/time/from',
    to: 'yesterday',
    errors: ['/time/from: `yesterday` is not `now-6h`, `now/d`, an ISO time or epoch milliseconds'],
  },
  {
    name: 'weekStart',
    at: '/weekStart',
    to: 'tuesday',
    errors: ['/weekStart: `tuesday` is not allowed here'],
  },
  {
    name: 'month',
    at: '/fiscalYearStartMonth',
    to: 12,
    errors: ['/fiscalYearStartMonth: `12` is more than 11'],
  },
  {
    name: 'interval',
    at: `${TIMESERIES}/interval`,
    to: '5 minutes',
    errors: [
      '/panels/1/interval: `"5 minutes"` is not a duration or a variable such as `$__interval`',
    ],
  },
  { name: 'id dropped', at: `${TIMESERIES}/id`, errors: ['/panels/1: `id` is missing'] },
  { name: 'id version', at: '/version', to: 3, errors: ['/version: `version` is no key here'] },
  {
    name: 'annotation colour',
    at: '/annotations/list/1/iconColor',
    to: 'bluu',
    errors: [
      '/annotations/list/1/iconColor: `bluu` is not a colour of Grafana such as `green` or `dark-red`, `#rrggbb` or `rgba(…)`',
    ],
  },
  {
    name: 'annotation builtIn key',
    at: '/annotations/list/0/expr',
    to: 'up',
    errors: ['/annotations/list/0/expr: `expr` is no key here'],
  },
  {
    name: 'collapsed',
    at: '/panels/11/panels/0/options/sortOrder',
    to: 'desc',
    errors: ['/panels/11/panels/0/options/sortOrder: `desc` is not allowed here'],
  },
  {
    name: 'link type',
    at: '/links/0/type',
    to: 'dashboard',
    errors: ['/links/0/type: `dashboard` is not allowed here (did you mean `dashboards`?)'],
  },
  {
    name: 'text content',
    at: '/panels/11/panels/1/options/content',
    errors: ['/panels/11/panels/1/options: `content` is missing'],
  },
  {
    name: 'loki in prom',
    at: `${TIMESERIES}/targets/0/maxLines`,
    to: 5,
    errors: ['/panels/1/targets/0/maxLines: `maxLines` is no key here'],
  },
  {
    name: 'loki opt',
    at: '/panels/11/panels/0/targets/0/direction',
    to: 'back',
    errors: ['/panels/11/panels/0/targets/0/direction: `back` is not allowed here'],
  },
  {
    name: 'scheme',
    at: '/panels/6/options/color/scheme',
    to: 'Specral',
    errors: [
      '/panels/6/options/color/scheme: `Specral` is not allowed here (did you mean `Spectral`?)',
    ],
  },
];

describe('validateDashboard', () => {
  it('accepts a dashboard with everything in it', () => {
    expect(validateDashboard(BASELINE)).toEqual([]);
  });

  it('accepts the least that a dashboard can be', () => {
    const least = { uid: 'a', title: 'A', schemaVersion: 42, panels: [] };
    expect(validateDashboard(least)).toEqual([]);
  });

  it.each(MUTATIONS)('refuses: $name', (mutation) => {
    expect(validateDashboard(mutated(mutation)).map(withoutList)).toEqual(mutation.errors);
  });

  it('lists the few allowed values of a key, and the nearest of many', () => {
    const bad = { ...BASELINE, weekStart: 'tuesday', titel: 'x' };
    expect(validateDashboard(bad).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^`titel` is no key here: `title`, (`\w+`, ){5}… \d+ in all$/),
      '`tuesday` is not allowed here: `""`, `browser`, `monday`, `saturday`, `sunday`',
    ]);
  });

  it('reports twenty errors at most', () => {
    const panels = Array.from({ length: 30 }, () => ({}));
    expect(validateDashboard({ ...BASELINE, panels })).toHaveLength(20);
  });

  it.each([null, [], 'text', 5, undefined])('refuses %j as a dashboard', (json) => {
    expect(validateDashboard(json).map(({ path }) => path)).toEqual(['']);
  });
});

function mutated({ at, to, rename }: Mutation): unknown {
  // Not structuredClone: it keeps two references to one datasource as one.
  const copy = JSON.parse(JSON.stringify(BASELINE)) as Record<string, unknown>;
  const keys = at.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((value, key) => value[key] as Record<string, unknown>, copy);
  if (rename !== undefined) parent[rename] = parent[last];
  if (to === undefined) delete parent[last];
  else parent[last] = to;
  return copy;
}

function withoutList({ path, message, hint }: SchemaError): string {
  return `${path}: ${message.replace(/: `.*/, '')}${hint === undefined ? '' : ` (${hint})`}`;
}
