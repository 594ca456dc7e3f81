import type { Alert, Loaded, RecordingRule, RuleGroup, System } from '../model/index.ts';

/** A rule with the group that it is in. */
export interface Placed<T> {
  readonly rule: T;
  readonly group: Loaded<RuleGroup>;
}

export function alertsOf(system: System): readonly Placed<Alert>[] {
  return system.groups.flatMap((group) =>
    group.value.rules.flatMap((rule) => (rule.kind === 'alert' ? [{ rule, group }] : [])),
  );
}

export function recordingsOf(system: System): readonly Placed<RecordingRule>[] {
  return system.groups.flatMap((group) =>
    group.value.rules.flatMap((rule) => (rule.kind === 'record' ? [{ rule, group }] : [])),
  );
}
