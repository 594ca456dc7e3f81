import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const repository = path.resolve(__dirname, '../..');

/**
 * A project of its own, in a new folder: with the content's imports of dashc as other projects write them, and the
 * declarations that the package has.
 */
export function copyOfFiveSystems(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  const declarations = path.join(root, 'dashc-types');
  execFileSync(process.execPath, [
    path.join(repository, 'node_modules/typescript-native/bin/tsc'),
    ...['-p', path.join(repository, 'tsconfig.declarations.json'), '--outDir', declarations],
  ]);
  for (const kind of ['systems', 'dashboards', 'alerts']) {
    const folder = path.join(root, kind);
    cpSync(path.join(repository, kind), folder, { recursive: true });
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(folder, name);
      if (!name.endsWith('.ts')) continue;
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/'(?:\.\.\/)+lib\/index\.ts'/g, "'dashc'"),
      );
    }
  }
  const config = {
    extends: path.join(repository, 'tsconfig.content.json'),
    compilerOptions: { paths: { dashc: [path.join(declarations, 'index.d.ts')] } },
    include: ['systems', 'dashboards', 'alerts'],
  };
  writeFileSync(path.join(root, 'tsconfig.content.json'), JSON.stringify(config));
  mkdirSync(path.join(root, 'node_modules'));
  return root;
}
