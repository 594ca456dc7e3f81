import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import grafanaDashboards from '../../../lib/emit/targets/grafana-dashboards.ts';
import { importDashboards } from '../../../lib/import/index.ts';
import * as authoring from '../../../lib/index.ts';
import { load } from '../../../lib/load/index.ts';

const ROOT = path.resolve('.');
const folder = mkdtempSync(path.join(tmpdir(), 'dashc-round-trip-'));
for (const name of ['lib', 'systems']) symlinkSync(path.join(ROOT, name), path.join(folder, name));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('dashboards that dashc has built', () => {
  it.each(['beacon', 'flashcastr', 'fluxbase', 'love-parser', 'zander'])(
    'become sources that build to the same bytes: %s',
    async (name) => {
      const door = { file: path.join(ROOT, 'lib/index.ts'), exports: authoring };
      const present = load({ root: ROOT, authoring: door, system: name }).value.systems[0]!;
      const project = { systems: [present] };
      const built = new Map(
        grafanaDashboards.emit(present, project).value.map(({ path: file, text }) => [file, text]),
      );
      const plan = await importDashboards({
        sources: [...built].map(([file, text]) => ({ name: file, text })),
        system: name,
        present,
        existing: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
        formatting: undefined,
        upgrade: false,
      });
      for (const { path: file, text } of plan.files) {
        expect(file).toMatch(/^dashboards\//);
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
      }
      const again = { file: path.join(folder, 'lib/index.ts'), exports: authoring };
      const loaded = load({ root: folder, authoring: again, system: name });
      expect(loaded.diagnostics).toEqual([]);
      const system = { ...loaded.value.systems[0]!, groups: present.groups };
      const made = grafanaDashboards.emit(system, { systems: [system] }).value;
      expect(Object.fromEntries(made.map(({ path: file, text }) => [file, text]))).toEqual(
        Object.fromEntries(built),
      );
      expect(plan.entries.flatMap(({ lost }) => lost)).toEqual([]);
    },
  );
});
