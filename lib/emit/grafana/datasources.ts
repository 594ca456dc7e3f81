import type { Datasource } from '../../catalog/index.ts';
import type {
  ChosenDatasource,
  Dashboard,
  DatasourceVariable,
  PanelQuery,
  System,
} from '../../model/index.ts';

/** How a panel, a query or a variable names its datasource. */
export interface DatasourceRef {
  /** Absent: it is not known. */
  readonly type?: string;
  readonly uid: string;
}

/** Grafana's own datasource for panels that ask several. */
export const MIXED: DatasourceRef = { type: 'datasource', uid: '-- Mixed --' };

/** The datasource of each kind of query in one dashboard. */
export interface Datasources {
  /** `undefined` where the stack has none of that type, or where it is left to Grafana. No type: whoever is chosen. */
  of(type: Datasource['type'] | undefined, chosen?: ChosenDatasource): DatasourceRef | undefined;
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
      if (chosen === 'default') return undefined;
      if (chosen !== undefined && answers(chosen, type)) return refOf(chosen);
      if (type === undefined) return undefined;
      if (!unchosen.has(type)) unchosen.set(type, find(type));
      return unchosen.get(type);
    },
    default: byDefault,
    nameOf: (uid) => stack.datasources.find((source) => source.uid === uid)?.name ?? uid,
  };
}

/** The type of datasource that can answer a query; `undefined` where dashc does not know its language. */
export function datasourceType({ source }: PanelQuery): Datasource['type'] | undefined {
  if (source.kind === 'raw') return undefined;
  return source.kind === 'promql' ? 'prometheus' : 'loki';
}

type Chosen = Exclude<ChosenDatasource, 'default'>;

function refOf(chosen: Chosen): DatasourceRef {
  if ('named' in chosen) {
    const { named: uid, type } = chosen;
    return type === undefined ? { uid } : { type, uid };
  }
  return isVariable(chosen)
    ? { type: chosen.plugin, uid: `\${${chosen.name}}` }
    : { type: chosen.type, uid: chosen.uid };
}

function answers(chosen: Chosen, type: Datasource['type'] | undefined): boolean {
  if (type === undefined || 'named' in chosen) return true;
  return (isVariable(chosen) ? chosen.plugin : chosen.type) === type;
}

function isVariable(chosen: Chosen): chosen is DatasourceVariable {
  return 'kind' in chosen;
}
