import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { schemaOfInterface } from '../../../scripts/schema/generate.ts';
import { compareSchemas } from './compare-schemas.ts';

const FILE = join(__dirname, 'panel-types.ts');

/** Where the bridge (over the Foundation SDK 0.0.21) and @grafana/schema 13.2.3 differ, and why that is right. */
const KNOWN: readonly { readonly where: RegExp; readonly why: string }[] = [
  {
    where: /legend\.(asTable|isVisible): only theirs$/,
    why: 'deprecated spellings of displayMode and showLegend; we never write them',
  },
  {
    where: /legend\.(limit|overflow|enableFacetedFilter|facetedFilterPinned): only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /^piechart\.options\.legend\.calcs: only theirs$/,
    why: 'inherited from the common legend; a pie reads legend.values instead',
  },
  {
    where: /^piechart\.options\.sort: only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /\.options\.annotations: only theirs$/,
    why: 'newer than the SDK: how annotations are drawn in one panel',
  },
  {
    where:
      /^gauge\.options\.(barShape|barWidthFactor|effects|endpointMarker|neutral|segmentCount|segmentSpacing|shape|sparkline|textMode): only theirs$/,
    why: 'newer than the SDK: the gauge was redrawn in Grafana 13',
  },
  {
    where:
      /^heatmap\.options\.(legend\.placement|legend\.width|rowsFrame\.yBucketScale): only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where:
      /^logs\.options\.(allowDownload|controlsStorageKey|displayedFields|noInteractions|showLevel|showLogAttributes|timestampResolution|unwrappedColumns): only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /^state-timeline\.custom\.(insertNulls|spanNulls): only ours$/,
    why: 'the SDK has these options of the panel, the published types lack them',
  },
  {
    where: /^table\.custom\.cellOptions<[a-z-]+>\.wrapText: only ours$/,
    why: 'Grafana 13 moved it to custom.wrapText; before, it is read here',
  },
  {
    where: /^table\.custom\.hidden: only ours$/,
    why: 'Grafana 13 moved it to custom.hideFrom.viz; before, it is read here',
  },
  {
    where: /^table\.custom\.cellOptions<(geo|markdown|pill)>: only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where:
      /^table\.custom\.(footer|hideFrom|sortable|styleField|tooltip|wrapHeaderText|wrapText): only theirs$/,
    why: 'newer than the SDK: before, the footer was options.footer, which the bridge refuses',
  },
  {
    where: /^table\.custom\.displayMode: only theirs$/,
    why: 'deprecated for cellOptions; we never write it',
  },
  {
    where:
      /^table\.options\.(disableKeyboardEvents|enablePagination|frozenColumns|maxRowHeight|pageSize): only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /lineStyle\.fill: theirs allows "accessible"$/,
    why: 'newer than the SDK',
  },
  {
    where: /^(table\.custom\.cellOptions<sparkline>|timeseries\.custom)\.showValues: only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /^timeseries\.options\.(disableKeyboardEvents|timeCompare): only theirs$/,
    why: 'newer than the SDK',
  },
  {
    where: /^text\.options\.renderMode: only theirs$/,
    why: 'newer than the SDK',
  },
];

describe('the bridge and the types that Grafana publishes', () => {
  const differences = compareSchemas(
    schemaOfInterface(FILE, 'Ours'),
    schemaOfInterface(FILE, 'Published'),
  );

  it('differ only where it is known why', () => {
    expect(differences.filter((line) => !KNOWN.some(({ where }) => where.test(line)))).toEqual([]);
  });

  it.each(KNOWN)('still differ: $where', ({ where }) => {
    expect(differences.some((line) => where.test(line))).toBe(true);
  });
});

describe('compareSchemas', () => {
  const TEXT = { type: 'object', properties: { a: { type: 'string' } } };

  it.each([
    { name: 'equal', ours: TEXT, differences: [] },
    { name: 'an enum for a text', ours: of({ type: 'string', enum: ['x'] }), differences: [] },
    {
      name: 'a number for a text',
      ours: of({ type: 'number' }),
      differences: ['a: ours allows number'],
    },
    { name: 'no key', ours: { type: 'object' }, differences: ['a: only theirs'] },
    { name: 'one key more', ours: of({ type: 'string' }, 'b'), differences: ['b: only ours'] },
  ])('$name', ({ ours, differences }) => {
    expect(compareSchemas(ours, TEXT)).toEqual(differences);
  });

  it('finds a value that an enum lacks, in both directions', () => {
    expect(compareSchemas(of({ enum: ['x', 'y'] }), of({ enum: ['y', 'z'] }))).toEqual([
      'a: ours allows "x"',
      'a: theirs allows "z"',
    ]);
  });
});

function of(a: object, more?: string): object {
  const rest = more === undefined ? {} : { [more]: { type: 'string' } };
  return { type: 'object', properties: { a, ...rest } };
}
