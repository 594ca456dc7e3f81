import type { Scalar } from 'yaml';

import { environmentIn, type Stack } from '../../catalog/index.ts';
import { remarked } from '../yaml.ts';

/** The environment of a container. */
export function settings(values: Readonly<Record<string, string>>, stack: Stack): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, setting(value, stack)]),
  );
}

/** Variables of the stack that a container gets under their own names. */
export function passed(names: readonly string[], stack: Stack): object | undefined {
  if (names.length === 0) return undefined;
  return settings(Object.fromEntries(names.map((name) => [name, `\${${name}}`])), stack);
}

/** The value of one variable of a container, with a remark where it would be a secret that everybody knows. */
function setting(value: string, stack: Stack): string | Scalar<string> {
  const written = composeText(value, stack);
  const open = environmentIn(value).some((name) => {
    const variable = stack.environment[name];
    return variable?.secret && variable.default !== undefined;
  });
  return open ? remarked(written, 'The default is for a local machine only.') : written;
}

/**
 * A text for a Compose file. Compose fills in the variables and refuses to start without the required ones; every other
 * `$` stays one.
 */
export function composeText(value: string, { environment, envFile }: Stack): string {
  return value.replaceAll(/\$\{([A-Z_][A-Z0-9_]*)\}|\$/g, (_, name: string | undefined) => {
    if (name === undefined) return '$$';
    const variable = environment[name];
    if (variable?.default !== undefined)
      return `\${${name}:-${variable.default.replaceAll('$', '$$$$')}}`;
    return variable?.optional ? `\${${name}:-}` : `\${${name}:?set it as ${envFile} says}`;
  });
}
