import type { Datasource } from '../../catalog/index.ts';
import type {
  Dashboard,
  DatasourceVariable,
  PanelProps,
  PanelQuery,
  System,
} from '../../model/index.ts';

/** How a panel, a query or a variable names its datasource. */
export type DatasourceRef = Pick<Datasource, 'uid'> & {
  readonly type: Datasource['type'] | 'datasource';
};

/** Grafana's own datasource for panels that ask several. */
export const MIXED: DatasourceRef = { type: 'datasource', uid: '-- Mixed --' };

/** The datasource of each kind of query in one dashboard. */
export interface Datasources {
  /** `undefined` where the stack has none of that type. */
  of(type: Datasource['type'], chosen?: PanelProps['datasource']): DatasourceRef | undefined;
  /** The stack's default of a type. */
  default(type: Datasource['type']): Datasource | undefined;
  /** What people call a datasource. */
  nameOf(uid: string): string;
}

/**
 * What a dashboard asks where nothing else is said: its own datasource variable of that type, or else the stack's
 * default datasource.
 */
export function datasourcesOf(dashboard: Dashboard, { stack }: System): Datasources {
  const byDefault = (type: Datasource['type']) => {
    const own = stack.datasources.filter((source) => source.type === type);
    return own.find((source) => source.default) ?? own[0];
  };
  const unchosen = new Map<Datasource['type'], DatasourceRef | undefined>();
  const find = (type: Datasource['type']) => {
    const variable = dashboard.variables.find(
      (v): v is DatasourceVariable => v.type === 'datasource' && v.plugin === type,
    );
    const found = variable ?? byDefault(type);
    return found && refOf(found);
  };
  return {
    of(type, chosen) {
      if (chosen !== undefined && typeOf(chosen) === type) return refOf(chosen);
      if (!unchosen.has(type)) unchosen.set(type, find(type));
      return unchosen.get(type);
    },
    default: byDefault,
    nameOf: (uid) => stack.datasources.find((source) => source.uid === uid)?.name ?? uid,
  };
}

/** The type of datasource that can answer a query. */
export function datasourceType({ source }: PanelQuery): Datasource['type'] {
  return source.kind === 'promql' ? 'prometheus' : 'loki';
}

type Chosen = NonNullable<PanelProps['datasource']>;

function refOf(chosen: Chosen): DatasourceRef {
  return isVariable(chosen)
    ? { type: chosen.plugin, uid: `\${${chosen.name}}` }
    : { type: chosen.type, uid: chosen.uid };
}

function typeOf(chosen: Chosen): Datasource['type'] {
  return isVariable(chosen) ? chosen.plugin : chosen.type;
}

function isVariable(chosen: Chosen): chosen is DatasourceVariable {
  return 'kind' in chosen;
}
