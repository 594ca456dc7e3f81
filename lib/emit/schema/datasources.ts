import type { Text } from './scalars.ts';

export interface DatasourceRef<Plugin extends string> {
  type: Plugin;
  uid: Text;
}

/** The plugins that our stacks query. */
export type QueryPlugin = 'loki' | 'prometheus';

/** `datasource` stands for the built-in ones, of which `-- Mixed --` is used. */
export type PanelDatasource = DatasourceRef<QueryPlugin | 'datasource'>;
