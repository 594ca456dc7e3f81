import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';

/** What a datasource speaks: `unknown` where the dashboard does not say. */
export type Language = 'promql' | 'logql' | 'other' | 'unknown';

/** Tells the languages of a dashboard's datasources, which it names in many ways. */
export class DatasourceKinds {
  readonly #plugins: ReadonlyMap<string, string>;

  /** @param variables in the shape of classic dashboards */
  constructor(dashboard: Raw, variables: readonly Raw[]) {
    const inputs = listOf(dashboard.__inputs).flatMap((input): [string, string][] => {
      const { name, pluginId } = rawOf(input);
      return typeof name === 'string' && typeof pluginId === 'string' ? [[name, pluginId]] : [];
    });
    const declared = variables.flatMap(({ type, name, query }): [string, string][] =>
      type === 'datasource' && typeof name === 'string' && typeof query === 'string'
        ? [[name, query]]
        : [],
    );
    this.#plugins = new Map([...inputs, ...declared]);
  }

  /** @param named the datasources of the query, of its panel, …: the first that says something counts */
  languageOf(...named: readonly unknown[]): Language {
    for (const datasource of named) {
      const plugin = this.#pluginOf(datasource);
      if (plugin !== undefined) return languageOf(plugin);
    }
    return 'unknown';
  }

  #pluginOf(datasource: unknown): string | undefined {
    if (isRaw(datasource)) {
      const type = textOf(datasource.type);
      return type !== undefined && type !== 'datasource'
        ? (this.#plugins.get(variableIn(type)) ?? type)
        : this.#pluginOf(datasource.uid);
    }
    const name = textOf(datasource);
    if (name === undefined || name.startsWith('-- Mixed')) return undefined;
    if (name.startsWith('--') || name === '__expr__' || name === 'grafana') return 'grafana';
    return this.#plugins.get(variableIn(name));
  }
}

/** The name in `$name`, `${name}` and `[[name]]`. */
function variableIn(text: string): string {
  return text.replace(/^\$\{?|^\[\[|\}$|\]\]$/g, '');
}

function languageOf(plugin: string): Language {
  if (plugin.startsWith('$')) return 'unknown';
  if (/prometheus/.test(plugin)) return 'promql';
  return plugin === 'loki' ? 'logql' : 'other';
}
