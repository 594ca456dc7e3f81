import type { PrometheusApi } from '../../prove/index.ts';

/** A Prometheus to ask. */
export interface OpenData {
  readonly api: PrometheusApi;
  /** What dashboards take for now: seconds since 1970. */
  readonly now: number;
  /** Tells apart whatever could answer otherwise. */
  readonly key: string;
}

/** Where answers come from. */
export interface PreviewData {
  readonly kind: 'synthesised' | 'prometheus';
  /**
   * Uses the data of a system, healthy or in a scenario, which may have to be made first.
   *
   * @throws Failure where that cannot be
   */
  use<T>(
    system: string,
    scenario: string | undefined,
    ask: (data: OpenData) => Promise<T>,
  ): Promise<T>;
  /** Ends what was started. */
  close(): Promise<void>;
}
