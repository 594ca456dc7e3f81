import type { DurationText } from './duration.ts';
import type { Receiver } from './receiver.ts';
import type { HostPort } from './service.ts';
import type { Severity } from './severity.ts';

/** How Alertmanager runs, and whom it tells of which alert. Paths are below `build/<system>/`. */
export interface AlertmanagerSpec {
  /** The version that runs, such as `'0.27.0'`. */
  readonly version: `${number}.${number}.${number}`;
  /** Default `prom/alertmanager:v<version>`. */
  readonly image?: string;
  /** Default `alertmanager/alertmanager.yml`. */
  readonly configFile?: string;
  /** By name. Every one has to be the receiver of a route. */
  readonly receivers: Readonly<Record<string, Receiver>>;
  /** What no route below it takes goes to its receiver. */
  readonly route: RootRoute;
  /** Which alerts are silent while others fire. */
  readonly inhibit?: readonly InhibitRule[];
  /** Go templates by file name: `{ slack: '{{ define "shop.text" }}…{{ end }}' }` is `templates/slack.tmpl`. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Published on the host. Default: only other containers reach it. */
  readonly port?: HostPort;
  /** Named volume that holds silences and what was told already. */
  readonly volume?: string;
  /** Further arguments: `'--web.external-url=http://localhost:9093'`. */
  readonly flags?: readonly string[];
}

/** How the alerts that reach a route are put together. What is absent is as in the route above. */
interface Grouping {
  /** One message for all alerts that agree on these labels; `'...'`: one for each alert. */
  readonly groupBy?: readonly string[];
  /** Before a group's first message. Alertmanager's own default is `30s`. */
  readonly groupWait?: DurationText;
  /** Before a message about new alerts of a group. Alertmanager's own default is `5m`. */
  readonly groupInterval?: DurationText;
  /** Before a message is sent again. Alertmanager's own default is `4h`. */
  readonly repeatInterval?: DurationText;
}

export interface RootRoute extends Grouping {
  readonly receiver: string;
  readonly routes?: readonly Route[];
}

/** Alerts go to the first of several routes that takes them, and on to the next where it says `continue`. */
export interface Route extends Grouping {
  readonly match: AlertMatch;
  /** Default: that of the route above. */
  readonly receiver?: string;
  /** Alerts that it takes are offered to the routes after it as well. */
  readonly continue?: true;
  readonly routes?: readonly Route[];
}

/** Silences what matches `target` while something that matches `source` fires. */
export interface InhibitRule {
  readonly source: AlertMatch;
  readonly target: AlertMatch;
  /** Only where both agree on these labels. */
  readonly equal?: readonly string[];
}

/** Labels that an alert has to have: `{ severity: 'critical', team: ['a', 'b'], job: not('test') }`. */
export interface AlertMatch {
  readonly severity?: Severity | readonly Severity[] | ValuesMatch;
  readonly [label: string]: LabelMatch | undefined;
}

export type LabelMatch = string | readonly string[] | ValuesMatch;

/** What `not`, `matches` and `matchesNot` return. */
export interface ValuesMatch {
  readonly op: '!=' | '=~' | '!~';
  readonly values: readonly string[];
}

/** With its defaults filled in. */
export type Alertmanager = AlertmanagerSpec &
  Required<Pick<AlertmanagerSpec, 'image' | 'configFile'>>;

export function alertmanagerOf(spec: AlertmanagerSpec): Alertmanager {
  return {
    image: `prom/alertmanager:v${spec.version}`,
    configFile: 'alertmanager/alertmanager.yml',
    ...spec,
  };
}
