import {
  annotationsOf,
  type Draft,
  draftsOf,
  drop,
  isDraft,
  isEqual,
  panelsOf,
  variablesOf,
} from './draft.ts';

/**
 * Datasources were names before version 33; now they are a type and a uid. `$x`, `${x}` and `[[x]]` are the same. The
 * type of one that a variable chooses is that of the variable. A query that asks whom its panel asks need not say so.
 */
export function spellDatasources(dashboard: Draft): void {
  const plugins = pluginsOf(dashboard);
  const spell = (holder: Draft) => {
    const ref = refOf(holder.datasource, plugins);
    if (ref === undefined) delete holder.datasource;
    else holder.datasource = ref;
  };
  for (const holder of [...annotationsOf(dashboard), ...variablesOf(dashboard)]) spell(holder);
  for (const panel of panelsOf(dashboard)) {
    spell(panel);
    const targets = draftsOf(panel.targets);
    targets.forEach(spell);
    inherit(panel, targets);
  }
}

/** The type of the datasource that each variable and each input chooses. */
function pluginsOf(dashboard: Draft): ReadonlyMap<string, string> {
  const inputs = draftsOf(dashboard.__inputs).map(({ name, pluginId }) => [name, pluginId]);
  const variables = variablesOf(dashboard).map(({ type, name, query }) =>
    type === 'datasource' ? [name, query] : [],
  );
  return new Map(
    [...inputs, ...variables].filter(
      (pair): pair is [string, string] =>
        pair.length === 2 && pair.every((part) => typeof part === 'string'),
    ),
  );
}

function refOf(datasource: unknown, plugins: ReadonlyMap<string, string>): Draft | undefined {
  if (typeof datasource === 'string') {
    if (datasource === '' || datasource === 'default') return undefined;
    return refOf({ uid: datasource }, plugins);
  }
  if (!isDraft(datasource)) return undefined;
  const { type, uid, ...rest } = datasource;
  if (typeof uid !== 'string' || uid === '') {
    return typeof type === 'string' && type !== '' ? { type, ...rest } : undefined;
  }
  const builtIn = Object.hasOwn(BUILT_IN, uid) ? BUILT_IN[uid] : undefined;
  if (builtIn !== undefined) return { ...rest, ...builtIn };
  const name = /^\$(\w+)$|^\$\{(\w+)(?::\w+)?\}$|^\[\[(\w+)\]\]$/.exec(uid);
  const variable = name?.[1] ?? name?.[2] ?? name?.[3];
  if (variable === undefined) return { ...rest, ...(type ? { type } : {}), uid };
  const plugin = plugins.get(variable) ?? type;
  return { ...rest, ...(plugin ? { type: plugin } : {}), uid: `\${${variable}}` };
}

/** Grafana's own, which have a name in place of an identity. */
const BUILT_IN: Readonly<Record<string, Draft>> = {
  '-- Grafana --': { type: 'datasource', uid: 'grafana' },
  grafana: { type: 'datasource', uid: 'grafana' },
  '-- Mixed --': { type: 'datasource', uid: '-- Mixed --' },
  '-- Dashboard --': { type: 'datasource', uid: '-- Dashboard --' },
};

/** A panel asks whom all its queries ask; what is said at the panel need not be said at the query. */
function inherit(panel: Draft, targets: readonly Draft[]): void {
  const [first] = targets;
  const same =
    first?.datasource !== undefined &&
    targets.every(({ datasource }) => isEqual(datasource, first.datasource));
  // Grafana asks the queries' own; the panel's is what a new query starts with.
  if (same) panel.datasource = first.datasource;
  for (const target of targets) {
    if (isEqual(target.datasource, panel.datasource)) drop(target, 'datasource');
  }
}
