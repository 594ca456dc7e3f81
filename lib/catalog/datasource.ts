import type { DatasourceSettings } from './datasource-settings.ts';

/** A datasource that Grafana is provisioned with. */
export type Datasource = {
  readonly [T in keyof DatasourceSettings]: {
    /** Unique; what panels refer to. At most 40 characters. */
    readonly uid: string;
    /** Unique; what people see. */
    readonly name: string;
    readonly type: T;
    /** As Grafana's container reaches it; may contain `${NAME}`. */
    readonly url: string;
    /** The one that new panels use. */
    readonly default?: true;
    readonly basicAuth?: { readonly username: string; readonly password: string };
    /** Settings of the plugin, with its own names: `{ queryTimeout: '60s' }`. */
    readonly jsonData?: DatasourceSettings[T];
  };
}[keyof DatasourceSettings];

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
