import type { Datasource } from '../../catalog/index.ts';
import type { DatasourceVariable } from './variable.ts';

/**
 * Whom a panel or a query asks. `default` is written as no datasource at all, which is Grafana's default one. One that
 * the stack does not have may be named by type and uid; a uid may contain `${name}`.
 */
export type ChosenDatasource =
  DatasourceVariable | Pick<Datasource, 'type' | 'uid'> | NamedDatasource | 'default';

/** A datasource by what Grafana calls it, of any type. */
export interface NamedDatasource {
  readonly named: string;
  readonly type?: string;
}

/**
 * A datasource that is none of the stack's: of a type that stacks do not have, or one that is there only where the
 * dashboard is imported.
 *
 * @example
 * namedDatasource('${DS_CLOUDWATCH}', 'cloudwatch')
 */
export function namedDatasource(uid: string, type?: string): NamedDatasource {
  return type === undefined ? { named: uid } : { named: uid, type };
}
