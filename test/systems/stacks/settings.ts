import type { Stack } from '../../../lib/catalog/index.ts';
import { exampleEnvironment } from '../../../lib/prove/index.ts';

type Settings = Readonly<Record<string, string>>;

/** Only what nothing starts without. */
export function requiredSet(stack: Stack): Settings {
  const required = Object.entries(stack.environment).filter(
    ([, variable]) => variable.default === undefined && !variable.optional,
  );
  const all = exampleEnvironment(stack);
  return Object.fromEntries(required.map(([name]) => [name, all[name] ?? '']));
}
