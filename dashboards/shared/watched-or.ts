import type { Alert, Panel, PanelKind, Thresholds } from '../../lib/index.ts';

/** The panel with the limit of the alert that watches what it draws; with other limits where the system has none. */
export function watchedOr<K extends PanelKind>(
  panel: Panel<K>,
  alert: Alert | undefined,
  otherwise: Thresholds,
): Panel<K> {
  return alert === undefined ? panel.thresholds(otherwise) : panel.alert(alert);
}
