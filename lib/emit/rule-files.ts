import { folderOf, fromFolder, type Stack } from '../catalog/index.ts';
import type { System } from '../model/index.ts';

/** The file below `build/<system>/` that holds a rule group. */
export function ruleFileOf(group: { readonly name: string }, { prometheus }: Stack): string {
  return prometheus.rulesFile.replace('{group}', fileName(group.name));
}

/** What `rule_files` of Prometheus's configuration says: relative to it, so that promtool finds them here too. */
export function ruleFilesSetting({ stack, groups }: System): readonly string[] {
  if (groups.length === 0 || stack.prometheus.agent) return [];
  const pattern = stack.prometheus.rulesFile.replace('{group}', '*');
  return [fromFolder(pattern, folderOf(stack.prometheus.configFile))];
}

/**
 * What Prometheus's container needs for its rules: their folder, or the one file where that is beside the configuration.
 * A file that is mounted by itself stays the old one when it is replaced, so that a reload would change nothing.
 */
export function ruleFolder(system: System): readonly string[] {
  const { configFile, rulesFile } = system.stack.prometheus;
  if (ruleFilesSetting(system).length === 0) return [];
  const folder = folderOf(rulesFile);
  const isOwn = rulesFile.includes('{group}') || folder !== folderOf(configFile);
  return [isOwn ? folder : rulesFile];
}

/** `name` with every character that a file name or a glob could mistake replaced. */
export function fileName(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '-');
}
