import type { Stack } from '../catalog/index.ts';

/** A value for every variable of a stack, as its `.env.example` has it, or one that looks like it. */
export function exampleEnvironment({
  environment,
}: Pick<Stack, 'environment'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, { secret, example, default: byDefault }]) => [
      name,
      (secret ? undefined : (example ?? byDefault)) ?? looksLike(name),
    ]),
  );
}

function looksLike(name: string): string {
  if (name.endsWith('_URL')) return 'https://example.com/path';
  if (/_(HOST|TARGET|ADDR)$/.test(name)) return 'example.com:1234';
  if (name.includes('EMAIL')) return 'somebody@example.com';
  return `a-"${name}"`;
}
