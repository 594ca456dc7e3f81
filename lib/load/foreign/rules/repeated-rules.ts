import type { Diagnostic } from '../../../diagnostics/index.ts';
import type { Alert, Locate, RecordingRule } from '../../../model/index.ts';

/** Rules of a group that say what an earlier one says: name, labels and expression. */
export function repeatedRules(
  rules: readonly (Alert | RecordingRule)[],
  group: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return rules.flatMap(({ kind, name, labels, source, site }): Diagnostic[] => {
    const key = JSON.stringify([kind, name, source?.trim(), Object.entries(labels).sort()]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        code: 'rule-file/duplicate-rule',
        severity: 'warning',
        message: `\`${name}\` is in this group already, with the same labels and the same expression`,
        where: locate(site, [...group, `${kind} ${name}`]),
      },
    ];
  });
}
