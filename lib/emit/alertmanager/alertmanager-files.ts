import { type Alertmanager, besideFile, environmentIn, folderOf } from '../../catalog/index.ts';
import type { System } from '../../model/index.ts';
import { renderScript } from '../render-script.ts';

/** The variables that the receivers mention: Alertmanager itself expands none. */
export function alertmanagerVariables({ receivers }: Alertmanager): readonly string[] {
  const conditions = conditionsOf(receivers).flatMap((when) => when ?? []);
  return [...new Set([...environmentIn(JSON.stringify(receivers)), ...conditions])];
}

/** Of every channel; `undefined`: it is always there. */
function conditionsOf(receivers: Alertmanager['receivers']): readonly (string | undefined)[] {
  return Object.values(receivers).flatMap((receiver) =>
    Object.values(receiver).map((channel: { readonly when?: string }) => channel.when),
  );
}

/** What Alertmanager's container needs beside its program, below `build/<system>/`. */
export function alertmanagerFiles(alertmanager: Alertmanager): {
  /** Absent: the configuration has no variable. */
  readonly entrypoint?: string;
  readonly files: readonly string[];
} {
  const { configFile, templates } = alertmanager;
  const entrypoint = besideFile(configFile, 'alertmanager-entrypoint.sh');
  const rendered = alertmanagerVariables(alertmanager).length > 0;
  return {
    ...(rendered && { entrypoint }),
    files: [
      configFile,
      ...(rendered ? [entrypoint] : []),
      ...(templates === undefined ? [] : [besideFile(configFile, 'templates')]),
    ],
  };
}

export function alertmanagerEntrypoint(alertmanager: Alertmanager, system: System): string {
  return renderScript({
    program: 'alertmanager',
    configFile: alertmanager.configFile,
    variables: alertmanagerVariables(alertmanager),
    oneOf: oneOf(alertmanager),
    system,
  });
}

/** With every channel left out, alerts would fire and nobody would be told. */
function oneOf({ receivers }: Alertmanager): readonly string[] {
  const conditions = conditionsOf(receivers);
  const always = conditions.includes(undefined);
  return always ? [] : [...new Set(conditions.flatMap((when) => when ?? []))];
}

/** The file of one of the stack's templates. */
export function templateFile(name: string, { configFile }: Alertmanager): string {
  return besideFile(configFile, `templates/${name}.tmpl`);
}

/** The path inside Alertmanager's container of a file that is beside its configuration, or below that folder. */
export function inAlertmanager(path: string, { configFile }: Alertmanager): string {
  const folder = folderOf(configFile);
  return `/etc/alertmanager/${folder === '.' ? path : path.slice(folder.length + 1)}`;
}
