import type { TimeSpan } from '../../../lib/preview/protocol.ts';

/** What texts of a dashboard are filled in with. */
export interface TextSource {
  readonly range: TimeSpan;
  /** Variables of the dashboard and of Grafana, as they are shown. */
  readonly texts: Readonly<Record<string, string>>;
  /** Values of the dashboard's variables, for links and formats; `['$__all']` for All. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}
