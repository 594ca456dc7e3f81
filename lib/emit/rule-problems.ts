import type { Diagnostic } from '../diagnostics/index.ts';
import { type Alert, type System, whereIn } from '../model/index.ts';
import { runbookAnchor } from './alert-rule.ts';
import { alertsOf, type Placed } from './system-rules.ts';

/** What Prometheus would refuse, or accept and then mislead with. */
export function ruleProblems(system: System): readonly Diagnostic[] {
  const alerts = alertsOf(system);
  return [
    ...duplicateGroups(system),
    ...duplicateAlerts(alerts),
    ...alerts.flatMap((alert) => emptyRunbook(alert)),
    ...alerts.flatMap((alert) => edgesWithoutReason(alert)),
    ...alerts.flatMap((alert) => unsupported(alert, system.stack.prometheus.version)),
  ];
}

function duplicateGroups({ groups }: System): readonly Diagnostic[] {
  return groups.flatMap((group, index) => {
    const { name, site } = group.value;
    const earlier = groups.slice(0, index).find((other) => other.value.name === name);
    if (earlier === undefined) return [];
    return {
      code: 'rule/duplicate-group',
      severity: 'error',
      message: `\`${name}\` is the name of another group already, in ${earlier.file}`,
      hint: `ruleGroup('${group.name}', [ … ])`,
      where: whereIn(group, site, [`group ${name}`]),
    };
  });
}

/** By anchor, because two names that differ in case alone would share a heading of the runbook. */
function duplicateAlerts(alerts: readonly Placed<Alert>[]): readonly Diagnostic[] {
  return alerts.flatMap((alert, index) => {
    // Rule files may use one name for several severities; without a runbook there is no heading to share.
    if (alert.rule.annotations !== undefined) return [];
    const anchor = runbookAnchor(alert.rule);
    const earlier = alerts.slice(0, index).find(({ rule }) => runbookAnchor(rule) === anchor);
    if (earlier === undefined) return [];
    return {
      code: 'alert/duplicate-name',
      severity: 'error',
      message: `\`${alert.rule.name}\` is the name of another alert already, in ${earlier.group.file}`,
      where: whereOf(alert),
    };
  });
}

function emptyRunbook(alert: Placed<Alert>): readonly Diagnostic[] {
  if (alert.rule.annotations !== undefined) return [];
  const { meaning, impact, diagnosis, mitigation } = alert.rule.runbook;
  const sections = { meaning: [meaning], impact: [impact], diagnosis, mitigation };
  const empty = Object.entries(sections).flatMap(([name, texts]) =>
    texts.length === 0 || texts.some((text) => text.trim() === '') ? [`\`${name}\``] : [],
  );
  if (empty.length === 0) return [];
  return [
    {
      code: 'alert/runbook-missing',
      severity: 'error',
      message: `the runbook of \`${alert.rule.name}\` says nothing under ${empty.join(', ')}`,
      where: whereOf(alert),
    },
  ];
}

function edgesWithoutReason(alert: Placed<Alert>): readonly Diagnostic[] {
  const { name, edges } = alert.rule;
  return (edges?.off ?? [])
    .filter(({ reason }) => reason.trim() === '')
    .map(({ edge }) => ({
      code: 'alert/edge-without-reason',
      severity: 'error',
      message: `\`${name}\` switches the edge \`${edge}\` off without a reason`,
      hint: `edges: { off: [{ edge: '${edge}', reason: '…' }] }`,
      where: whereOf(alert),
    }));
}

function unsupported(alert: Placed<Alert>, version: string): readonly Diagnostic[] {
  if (alert.rule.keepFiringFor === undefined || isAtLeast(version, 2, 42)) return [];
  return [
    {
      code: 'rule/unsupported',
      severity: 'error',
      message: `\`keepFiringFor\` needs Prometheus 2.42, and the stack runs ${version}`,
      hint: `remove \`keepFiringFor\` from \`${alert.rule.name}\``,
      where: whereOf(alert),
    },
  ];
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [actualMajor = 0, actualMinor = 0] = version.split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}

function whereOf({ rule, group }: Placed<Alert>) {
  return whereIn(group, rule.site, [`alert ${rule.name}`]);
}
