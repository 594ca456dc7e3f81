/** A link in a panel's corner, or on a value of it. */
export interface PanelLink {
  readonly title: string;
  /** May contain variables of the dashboard; on a value also `${__value.text}`, `${__field.labels.job}`. */
  readonly url: string;
  /** Default false. */
  readonly newTab?: boolean;
}
