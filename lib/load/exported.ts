import type { Diagnostic } from '../diagnostics/index.ts';

/** What a file has to export as its default, by the `kind` of the value. */
export type ContentKind = keyof typeof WANTED;

const WANTED = {
  system: { noun: 'a system', type: 'export default defineSystem({ stack, catalogs: [ … ] })' },
  dashboard: {
    noun: 'a dashboard',
    type: "export default dashboard({ uid: '…', title: '…', rows: [ … ] })",
  },
  world: { noun: 'a world', type: 'export default defineWorld({ scenarios: [ … ] })' },
  group: { noun: 'a rule group', type: "export default ruleGroup('…', [ … ])" },
} as const;

/**
 * Says what is wrong with the default export of a file; `undefined` when it is of the kind wanted.
 *
 * @param text reads the source of the file, where the line of the export is looked up
 */
export function checkExport(
  exported: Readonly<Record<string, unknown>>,
  kind: ContentKind,
  file: string,
  text: () => string,
): Diagnostic | undefined {
  const { noun, type } = WANTED[kind];
  const value = exported.default;
  if (kindOf(value) === kind) return undefined;
  const missing = !('default' in exported);
  return {
    code: missing ? 'load/no-export' : 'load/wrong-export',
    severity: 'error',
    message: missing
      ? `the file has no default export, but has to export ${noun}`
      : `the default export is ${describe(value)}, not ${noun}`,
    hint: type,
    where: { file, line: missing ? 1 : lineOfDefault(text()), path: [] },
  };
}

function lineOfDefault(text: string): number {
  const index = text
    .split('\n')
    .findIndex((line) => /^\s*export default\b|\bas default\b/.test(line));
  return index === -1 ? 1 : index + 1;
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}

function describe(value: unknown): string {
  const kind = kindOf(value);
  if (typeof kind === 'string') return `of kind \`${kind}\``;
  if (value === null || value === undefined) return `\`${value}\``;
  return Array.isArray(value) ? 'an array' : `of type \`${typeof value}\``;
}
