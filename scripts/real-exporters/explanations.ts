/** Why a panel shows nothing, or one of its queries, with the exporters of Debian. */
export interface Explanation {
  /** Title of the panel. */
  readonly panel: string;
  /** Default: all of its queries. */
  readonly query?: string;
  readonly why: string;
}

const BACKEND = 'a metric of the backend, which does not run here';
const POSTGRES = 'the collector is only in postgres_exporter 0.13 and later';

export const EXPLANATIONS: readonly Explanation[] = [
  { panel: 'Connection pool saturation', query: 'A', why: BACKEND },
  { panel: 'Backend pool in use', why: BACKEND },
  { panel: 'Query duration', why: POSTGRES },
  { panel: 'Table sizes', why: POSTGRES },
  { panel: 'Command latency', query: 'B', why: 'only in redis_exporter 1.48 and later' },
];
