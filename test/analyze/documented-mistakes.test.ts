import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { checkFiles, settingsOf } from '../../lib/cli/check-foreign.ts';
import { loadProject } from '../../lib/cli/compile.ts';
import { projectFolder } from '../load/project-folder.ts';
import { BEACON } from './documented-mistakes/beacon.ts';
import { FLASHCASTR } from './documented-mistakes/flashcastr.ts';
import { FLUXBASE } from './documented-mistakes/fluxbase.ts';
import { LOVE_PARSER } from './documented-mistakes/love-parser.ts';
import type { ForeignFile } from './documented-mistakes/mistake.ts';
import { ZANDER } from './documented-mistakes/zander.ts';

const ROOT = path.resolve('.');

/** What the systems' own documentation gets wrong, where what the system declares is enough to see it. */
describe.each([
  ['beacon', BEACON],
  ['flashcastr', FLASHCASTR],
  ['fluxbase', FLUXBASE],
  ['love-parser', LOVE_PARSER],
  ['zander', ZANDER],
] as const)('the documentation of %s', (name, mistakes) => {
  const [system] = loadProject(ROOT, name).value.systems;
  if (system === undefined) throw new Error(`there is no system ${name}`);
  const settings = settingsOf(system);

  function codesIn({ kind, text }: ForeignFile): readonly string[] {
    const file = kind === 'rules' ? 'rules.yaml' : 'dashboard.json';
    const cwd = projectFolder({ [file]: text });
    const files = { rules: [], dashboards: [], [kind]: [file] };
    const { diagnostics } = checkFiles({ elapsed: () => 0 }, { cwd, ...files, ...settings });
    return [...new Set(diagnostics.map(({ code }) => code))];
  }

  it.each(mistakes.map((mistake) => ({ ...mistake })))('has $name', ({ wrong, code }) => {
    expect(codesIn(wrong)).toEqual([code]);
  });

  it.each(mistakes.map((mistake) => ({ ...mistake })))('is clean without $name', ({ right }) => {
    expect(codesIn(right)).toEqual([]);
  });
});
