import type { Procedure } from '../../catalog/index.ts';
import type { Alert, System } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { ruleContext, runbookAnchor } from '../alert-rule.ts';
import { generatedFrom } from '../generated.ts';
import { alertsOf } from '../system-rules.ts';
import type { Target } from '../target.ts';

/**
 * RUNBOOK.md: what the person on call reads. `runbook_url` of every alert leads to one of its headings; the procedures of the
 * stack follow.
 */
export default {
  name: 'runbook',
  emit(system) {
    // Those that came from elsewhere have their own, or none.
    const alerts = alertsOf(system)
      .map(({ rule }) => rule)
      .filter(({ annotations }) => annotations === undefined);
    const { procedures = [] } = system.stack;
    if (alerts.length + procedures.length === 0) return { value: [], diagnostics: [] };
    const parts = [
      ...headOf(system),
      ...contents(alerts),
      ...listOf(procedures),
      ...entries(alerts, system),
      ...procedures.flatMap(chapter),
    ];
    const text = `${parts.join('\n\n')}\n`;
    return { value: [{ path: system.stack.runbookFile, text }], diagnostics: [] };
  },
} satisfies Target;

function headOf({ name, stack }: System): readonly string[] {
  return [
    `<!-- ${generatedFrom(`alerts/${name}/`).join(' ')} -->`,
    `# ${stack.title}: runbook`,
    'What each alert means, what to look at, and what to do, safest first.',
  ];
}

function contents(alerts: readonly Alert[]): readonly string[] {
  if (alerts.length === 0) return [];
  const rows = alerts.map(
    (alert) =>
      `| [${alert.name}](#${runbookAnchor(alert)}) | ${alert.severity} | ${inCell(alert.summary)} |`,
  );
  return [['| alert | severity | summary |', '|---|---|---|', ...rows].join('\n')];
}

function listOf(procedures: readonly Procedure[]): readonly string[] {
  if (procedures.length === 0) return [];
  const links = procedures.map(({ title }) => `[${title}](#${anchorOf(title)})`);
  return [`Procedures: ${links.join(', ')}.`];
}

/** As GitHub makes one of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}

function chapter({ title, purpose, steps: inOrder }: Procedure): readonly string[] {
  return [`## ${title}`, purpose, steps(inOrder)];
}

function entries(alerts: readonly Alert[], system: System): readonly string[] {
  const { panels } = ruleContext(system);
  return alerts.flatMap((alert) => {
    const panel = panels.get(alert.name);
    const { meaning, impact, diagnosis, mitigation } = alert.runbook;
    return [
      `## ${alert.name}`,
      `Severity **${alert.severity}**, fires ${patience(alert)} of:`,
      ['```promql', print(alert.node), '```'].join('\n'),
      ...(panel === undefined ? [] : [`Drawn on dashboard \`${panel.dashboardUid}\`.`]),
      '### Meaning',
      meaning,
      '### Impact',
      impact,
      '### Diagnosis',
      steps(diagnosis),
      '### Mitigation',
      steps(mitigation),
    ];
  });
}

function patience(alert: Alert): string {
  return alert.for === undefined ? 'at the first result' : `after ${alert.for} without a gap`;
}

function steps(texts: readonly string[]): string {
  return texts.map((text, index) => `${index + 1}. ${text.replaceAll('\n', '\n   ')}`).join('\n');
}

function inCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}
