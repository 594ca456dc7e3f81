import type { Stack } from '../../../lib/catalog/index.ts';

type Settings = Readonly<Record<string, string>>;

/** A value for every variable of the stack, as `.env.example` has it, or one that looks like it. */
export function everythingSet({ environment }: Stack): Settings {
  return Object.fromEntries(
    Object.entries(environment).map(([name, { secret, example, default: byDefault }]) => [
      name,
      (secret ? undefined : (example ?? byDefault)) ?? looksLike(name),
    ]),
  );
}

/** Only what nothing starts without. */
export function requiredSet(stack: Stack): Settings {
  const required = Object.entries(stack.environment).filter(
    ([, variable]) => variable.default === undefined && !variable.optional,
  );
  const all = everythingSet(stack);
  return Object.fromEntries(required.map(([name]) => [name, all[name] ?? '']));
}

function looksLike(name: string): string {
  if (name.endsWith('_URL')) return 'https://example.com/path';
  if (/_(HOST|TARGET|ADDR)$/.test(name)) return 'example.com:1234';
  if (name.includes('EMAIL')) return 'somebody@example.com';
  return `a-"${name}"`;
}
