/**
 * What the page of the preview and its server say to each other: types only, so that the page's bundle takes nothing of
 * the server along. Times are milliseconds since 1970 unless they say otherwise.
 */

/** `GET /api/state`; told anew by an event `state` of `GET /events` after each build of the sources. */
export interface PreviewState {
  /** Grows when dashboards or data changed: what was asked before may be out of date. Stays with new diagnostics alone. */
  readonly version: number;
  readonly systems: readonly PreviewSystem[];
  /** Why the sources were not compiled: the dashboards are those of the last build that succeeded. */
  readonly diagnostics: readonly PreviewDiagnostic[];
  /** `synthesised`: each system has a Prometheus with data of its own making, and its scenarios. */
  readonly data: 'synthesised' | 'prometheus';
}

export interface PreviewSystem {
  readonly name: string;
  readonly dashboards: readonly {
    /** Of a single dashboard in the whole project. */
    readonly uid: string;
    readonly title: string;
    readonly description: string;
    readonly tags: readonly string[];
  }[];
  /** Empty where the data is that of a real Prometheus. */
  readonly scenarios: readonly { readonly name: string; readonly description: string }[];
}

/** An error of the sources. */
export interface PreviewDiagnostic {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** `file:line:column` and what is around it, as it is printed. */
  readonly place: string;
  /** The whole finding as a terminal shows it, without colors. */
  readonly text: string;
}

/** What a dashboard is looked at with. `GET /api/dashboard?uid=…` answers with its JSON as it is provisioned. */
export interface View {
  readonly uid: string;
  /** Name of a scenario; absent: the healthy system. */
  readonly scenario?: string;
  /** As Grafana writes them: `now-6h`, `now`, or milliseconds since 1970 as digits. `now` is the end of the data. */
  readonly from: string;
  readonly to: string;
  /** Chosen values by variable. Absent: what the dashboard chooses at first. `['$__all']` is All. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** `POST /api/variables` with a `View`. */
export interface VariablesAnswer {
  readonly range: TimeSpan;
  /** What `now` is: the end of the data. Ages are counted from it. */
  readonly now: number;
  readonly variables: readonly PreviewVariable[];
}

export interface PreviewVariable {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** Grafana's: 0 shown, 1 without label, 2 hidden. */
  readonly hide: number;
  readonly multi: boolean;
  readonly includeAll: boolean;
  /** What can be chosen, without All. */
  readonly options: readonly { readonly text: string; readonly value: string }[];
  /** What is chosen; `['$__all']` for All. */
  readonly current: readonly string[];
  /** Why Prometheus could not be asked. */
  readonly error?: string;
}

/** `POST /api/panel`. */
export interface PanelRequest extends View {
  readonly panel: number;
  /** Points on the time axis: the panel's width in pixels, or what it says itself. */
  readonly maxDataPoints: number;
  /** Of a repeated panel or row: its own value of the variable. */
  readonly scoped?: Readonly<Record<string, string>>;
}

export interface PanelAnswer {
  /** Of the panel: `timeFrom` and `timeShift` are applied. */
  readonly range: TimeSpan;
  /** `$__interval` in milliseconds. */
  readonly interval: number;
  /** The dashboard's variables and Grafana's own, as texts for titles, links and legends. */
  readonly texts: Readonly<Record<string, string>>;
  readonly queries: readonly PanelQueryAnswer[];
}

/** What a query of a panel returned. Hidden queries are not asked. */
export interface PanelQueryAnswer {
  readonly refId: string;
  /** As it was asked, with variables filled in. */
  readonly expr: string;
  readonly legendFormat: string;
  readonly format: 'time_series' | 'table' | 'heatmap' | 'logs';
  readonly instant: boolean;
  /** Seconds between two points. */
  readonly step: number;
  readonly error?: string;
  readonly warnings: readonly string[];
  /** As Prometheus says it: seconds since 1970 and a number as text (`NaN`, `+Inf`); one value of an instant query. */
  readonly series: readonly {
    readonly metric: Readonly<Record<string, string>>;
    readonly values: readonly (readonly [number, string])[];
  }[];
  /** Of a Loki query: example lines, made of what the query says; no Loki was asked. Newest first. */
  readonly lines?: readonly {
    readonly time: number;
    readonly line: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** `POST /api/annotations` with a `View`. */
export interface AnnotationsAnswer {
  readonly annotations: readonly {
    readonly name: string;
    readonly color: string;
    readonly time: number;
    /** Absent: a moment. */
    readonly timeEnd?: number;
    readonly title: string;
    readonly text: string;
    readonly tags: readonly string[];
  }[];
}

/** `GET /api/alerts?system=…&scenario=…`. */
export interface AlertsAnswer {
  /** The moment the states are of: the end of the data. */
  readonly at: number;
  readonly alerts: readonly PreviewAlert[];
}

export interface PreviewAlert {
  readonly name: string;
  readonly group: string;
  readonly severity: string;
  readonly expr: string;
  /** As in the rule: `5m`; empty: at once. */
  readonly for: string;
  /** Its description or summary, as it is written. */
  readonly description: string;
  /** Where it is drawn. */
  readonly uid?: string;
  readonly panel?: number;
  readonly state: 'inactive' | 'pending' | 'firing';
  /** Label sets that are pending or fire, firing ones first, the longest first. */
  readonly active: readonly {
    readonly state: 'pending' | 'firing';
    readonly labels: Readonly<Record<string, string>>;
    /** Since when it is pending or fires. */
    readonly since: number;
  }[];
  readonly error?: string;
}

/** An answer of any `/api/` that could not be given: status 400, 404 or 502. */
export interface Refusal {
  readonly error: string;
}

/**
 * What the page lets programs do, as `window.dashcPreview`: screenshots and tests are made with it.
 * `open` resolves when every panel of the dashboard has drawn what it was answered, fonts are there and nothing moves.
 */
export interface PageControl {
  open(request: OpenRequest): Promise<Drawn>;
}

export interface OpenRequest extends Partial<Omit<View, 'uid'>> {
  readonly uid: string;
  readonly theme: 'dark' | 'light';
  /** Only this panel, over the whole width. */
  readonly panel?: number;
  /** Without menus and with the dashboard's title above: for pictures. */
  readonly kiosk: boolean;
  /** Rows that are collapsed are drawn open. */
  readonly expandRows: boolean;
}

export interface Drawn {
  /** Pixels of the whole page. */
  readonly width: number;
  readonly height: number;
  readonly panels: readonly DrawnPanel[];
}

export interface DrawnPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  /** `unsupported`: a type of panel that is not drawn here. */
  readonly state: 'drawn' | 'empty' | 'error' | 'unsupported';
  /** Of an error: what the panel says. */
  readonly message?: string;
  /** Pixels from the top left of the page. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Names in its legend, or of its values; texts of its values as they are shown. */
  readonly names: readonly string[];
  readonly values: readonly string[];
}
