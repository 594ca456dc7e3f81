import type { Stack } from '../catalog/index.ts';
import { type Alert, type AlertPanel, alertPanels, type System } from '../model/index.ts';

/** What an alert needs from its system to become a rule: the rule itself and its tests say the same. */
export interface RuleContext {
  readonly stack: Stack;
  readonly panels: ReadonlyMap<string, AlertPanel>;
}

export function ruleContext(system: System): RuleContext {
  return { stack: system.stack, panels: alertPanels(system) };
}

/** The labels that an alert adds to those of its expression. */
export function ruleLabels(alert: Alert, { stack }: RuleContext): Readonly<Record<string, string>> {
  if (alert.annotations !== undefined) return alert.labels;
  return { severity: alert.severity, system: stack.name, ...alert.labels };
}

/** The annotations of an alert with these texts. Grafana's alert list finds the panel by the last two. */
export function ruleAnnotations(
  alert: Alert,
  { stack, panels }: RuleContext,
  texts: { readonly summary: string; readonly description: string },
): Readonly<Record<string, string>> {
  if (alert.annotations !== undefined) return alert.annotations;
  const panel = panels.get(alert.name);
  return {
    ...texts,
    runbook_url: `${stack.runbookUrl ?? stack.runbookFile}#${runbookAnchor(alert)}`,
    ...(panel === undefined
      ? {}
      : {
          dashboard: `${grafanaUrl(stack)}/d/${panel.dashboardUid}?viewPanel=${panel.panelId}`,
          __dashboardUid__: panel.dashboardUid,
          __panelId__: String(panel.panelId),
        }),
  };
}

function grafanaUrl({ grafana }: Stack): string {
  return grafana.url?.replace(/\/$/, '') ?? '';
}

/** The anchor that Markdown renderers give to the heading of an alert in the runbook. */
export function runbookAnchor({ name }: { readonly name: string }): string {
  return name.toLowerCase();
}
