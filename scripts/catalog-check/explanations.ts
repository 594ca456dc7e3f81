/** Why an exporter of some versions differs from the catalog, where no field of a metric can say it. */
export interface Explanation {
  readonly metric: RegExp;
  readonly what: RegExp;
  /** First version of which it holds. */
  readonly since?: string;
  /** Last version of which it holds. */
  readonly until?: string;
  readonly why: string;
}

export const EXPLANATIONS: readonly Explanation[] = [
  {
    metric: /^pg_stat_database_stats_reset$/,
    what: /^is a counter, declared a gauge$/,
    why: 'a moment, whose rate nobody wants',
  },
  {
    metric: /^pg_stat_activity_/,
    what: /^lacks label (usename|application_name)$/,
    until: '0.11',
    why: 'only since 0.12',
  },
  {
    metric: /^pg_stat_activity_/,
    what: /^has label (backend_type|wait_event_type|wait_event), /,
    since: '0.17',
    why: 'since 0.17; not declared, because older versions have it not',
  },
  {
    metric: /^pg_(settings|stat_activity)_/,
    what: /^lacks label server$/,
    since: '0.20',
    why: 'declared for versions up to 0.19, so that these metrics are aggregated before they meet others',
  },
  {
    metric: /^pg_(locks_count|stat_database_|database_size_bytes)/,
    what: /^has label server, /,
    until: '0.12',
    why: 'up to 0.12; not declared, because newer versions have it not',
  },
  {
    metric: /^redis_exporter_last_scrape_error$/,
    what: /^lacks label err$/,
    why: 'empty while there is no error',
  },
];
