/**
 * Who is told, one channel of each kind. Secrets are variables of the stack's environment (`'${SLACK_WEBHOOK_URL}'`): a
 * script puts them into the configuration when Alertmanager starts, and refuses to start it while a required one is empty.
 */
export interface Receiver {
  readonly slack?: SlackChannel;
  readonly email?: EmailChannel;
  readonly webhook?: WebhookChannel;
  readonly pagerduty?: PagerdutyChannel;
}

interface Channel {
  /** Tell when the alert is over as well. Default: Alertmanager's, no for Slack and mail, yes for the others. */
  readonly sendResolved?: boolean;
  /** Name of an optional variable: the channel is left out while it is empty. Default: the channel is required. */
  readonly when?: string;
}

export interface SlackChannel extends Channel {
  /** URL of an incoming webhook, a secret. */
  readonly apiUrl: string;
  /** `'#alerts'` */
  readonly channel: string;
  readonly username?: string;
  /** `good`, `warning`, `danger` or `#rrggbb`; this and the texts below are Go templates. */
  readonly color?: string;
  readonly title?: string;
  readonly titleLink?: string;
  readonly text?: string;
}

export interface EmailChannel extends Channel {
  /** Several are separated with commas. */
  readonly to: string;
  readonly from: string;
  /** Host and port: `'smtp.example.com:587'`. */
  readonly smarthost: string;
  /** Absent: the server asks for no password. */
  readonly auth?: { readonly username: string; readonly password: string };
  /** Default true: a server without TLS is refused. */
  readonly requireTls?: boolean;
  /** Further headers, such as `Subject`: Go templates, as the texts below. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: string;
  readonly text?: string;
}

export interface WebhookChannel extends Channel {
  readonly url: string;
  /** Sent as `Authorization: Bearer …`, a secret. */
  readonly bearerToken?: string;
  readonly basicAuth?: { readonly username: string; readonly password: string };
  /** Most alerts of one message; the rest is left out. Default: all. */
  readonly maxAlerts?: number;
}

export interface PagerdutyChannel extends Channel {
  /** Integration key of the Events API v2, a secret. */
  readonly routingKey: string;
  /** A Go template, as are the texts below. Default `error`. */
  readonly severity?: string;
  readonly description?: string;
  readonly details?: Readonly<Record<string, string>>;
}
