/** What every stage may use: the language of the project, and nothing that acts on it. */
const CORE = [
  'lib/diagnostics',
  'lib/catalog',
  'lib/promql',
  'lib/logql',
  'lib/gotemplate',
  'lib/model',
];

/** What a content file may use besides its own system. */
const FOR_CONTENT = ['lib/index.ts', 'systems/shared'];

export const EVERYTHING = ['everything'];

/** Who may import whom. A layer may always import itself; `X` is one system, the same one on both sides. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'lib/diagnostics': [],
  'lib/catalog': ['lib/diagnostics'],
  'lib/promql': ['lib/diagnostics', 'lib/catalog'],
  'lib/logql': ['lib/diagnostics', 'lib/catalog'],
  'lib/gotemplate': ['lib/diagnostics', 'lib/catalog'],
  'lib/model': CORE,

  'lib/index.ts': CORE,
  'lib/load': CORE,
  'lib/analyze': CORE,
  'lib/import': [...CORE, 'lib/emit', 'lib/normalise'],
  'lib/emit': CORE,
  'lib/normalise': [...CORE, 'lib/emit'],
  'lib/prove': [...CORE, 'lib/emit'],
  'lib/review': [...CORE, 'lib/emit', 'lib/normalise'],
  'lib/sync': [...CORE, 'lib/emit'],
  'lib/preview': [...CORE, 'lib/emit', 'lib/normalise', 'lib/prove'],
  'lib/cli': EVERYTHING,

  'systems/shared': ['lib/index.ts'],
  'systems/X': FOR_CONTENT,
  'alerts/shared': FOR_CONTENT,
  'alerts/X': [...FOR_CONTENT, 'systems/X', 'alerts/shared', 'dashboards/shared'],
  'dashboards/shared': [...FOR_CONTENT, 'alerts/shared'],
  // A panel draws the alert on its query, so a dashboard knows its system's alerts; never the other way round.
  'dashboards/X': [...FOR_CONTENT, 'systems/X', 'alerts/X', 'alerts/shared', 'dashboards/shared'],

  scripts: EVERYTHING,
  test: EVERYTHING,
};

/** Content is data: it imports definitions, never a package. */
export const CONTENT = ['systems', 'alerts', 'dashboards'];

/**
 * The layer of a file, by its path from the root.
 *
 * @example
 * layerOf('lib/promql/infer/fact.ts') // 'lib/promql'
 * layerOf('alerts/zander/queue.ts') // 'alerts/zander'
 */
export function layerOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'lib' || CONTENT.includes(top) ? `${top}/${second}` : top;
}

/** The layers that `layer` may import besides itself; `undefined` for one that the table does not know. */
export function mayImport(layer: string): readonly string[] | undefined {
  const [top = '', name = ''] = layer.split('/');
  if (!CONTENT.includes(top) || name === 'shared') return MAY_IMPORT[layer];
  return MAY_IMPORT[`${top}/X`]?.map((allowed) => allowed.replace(/\/X$/, `/${name}`));
}
