/** What somebody does to the monitoring itself, alert or not: a backup, the first start. A chapter of the runbook. */
export interface Procedure {
  /** Its heading. */
  readonly title: string;
  /** When and why, as Markdown. */
  readonly purpose: string;
  /** In order, as Markdown. */
  readonly steps: readonly string[];
}
