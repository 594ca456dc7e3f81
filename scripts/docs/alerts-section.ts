import type { Alert, Loaded, RecordingRule, RuleGroup } from '../../lib/model/index.ts';
import { alertPanels } from '../../lib/model/index.ts';
import { print } from '../../lib/promql/index.ts';
import type { Facts } from './facts.ts';
import { code, linkToHeading, paragraphs, prose, table } from './markdown.ts';

/** Every alert: when it fires, what is shown of that, where to read what to do. */
export function alertsSection(facts: Facts): string {
  const alerts = facts.system.groups.flatMap((group) =>
    group.value.rules.flatMap((rule) => (rule.kind === 'alert' ? [entry(rule, group, facts)] : [])),
  );
  return alerts.length === 0 ? '' : paragraphs(['## Alerts', ...alerts]);
}

function entry(alert: Alert, { value, file }: Loaded<RuleGroup>, facts: Facts): string {
  const { runbookFile } = facts.system.stack;
  const runbook = `../../build/${facts.system.name}/${runbookFile}#${alert.name.toLowerCase()}`;
  return paragraphs([
    `### ${alert.name}`,
    code(alert.summary),
    [
      `- severity: **${alert.severity}**`,
      `- for: ${alert.for === undefined ? 'at once' : alert.for.toString()}`,
      ...labelsOf(alert),
      `- group: ${code(value.name)}, [${file}](../../${file})`,
      `- panel: ${panelOf(alert, facts)}`,
      `- [runbook](${runbook})`,
    ],
    ['```promql', print(alert.node), '```'],
    'Tested: it',
    alert.cases.map(({ name }) => `- ${prose(name)}`),
  ]);
}

function labelsOf({ labels }: Pick<Alert, 'labels'>): readonly string[] {
  const texts = Object.entries(labels).map(([name, value]) => code(`${name}="${value}"`));
  return texts.length === 0 ? [] : [`- labels: ${texts.join(', ')}`];
}

function panelOf({ name }: Alert, { system, panels }: Facts): string {
  const at = alertPanels(system).get(name);
  const found = panels.find(
    ({ dashboard, placed }) => dashboard.uid === at?.dashboardUid && placed.id === at.panelId,
  );
  if (found === undefined) return 'none';
  return `${linkToHeading(found.dashboard.title)} › ${found.placed.panel.props.title}`;
}

/** What Prometheus computes ahead. */
export function recordingsSection({ system }: Facts): string {
  const rules = system.groups.flatMap(({ value }) =>
    value.rules.flatMap((rule) => (rule.kind === 'record' ? [rowOf(rule, value)] : [])),
  );
  if (rules.length === 0) return '';
  return paragraphs(['## Recording rules', table(['series', 'group', 'expression'], rules)]);
}

function rowOf({ name, node }: RecordingRule, group: RuleGroup): readonly string[] {
  return [code(name), code(group.name), code(print(node))];
}
