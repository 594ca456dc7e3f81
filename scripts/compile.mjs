// Makes dist/, what the command and the content files run on. `npm run compile`; npm runs it as `prepare`, too.
//
//   bundle.js, bundle.js.cache   all of lib/ in one file, so classes keep their identity; V8's code of it
//   cli.js, index.js             two doors to it: the command line, and what content files import
//   validate-dashboard.js        the compiled schema; made again only when one of its inputs changed
//
// Plain JavaScript, because it has to run before anything that loads TypeScript is needed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const { sync: writeFileAtomic } = require('write-file-atomic');

const { FLAGS } = require('./load-bundle.cjs');

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

mkdirSync(dist, { recursive: true });
compileSchema();
try {
  if (await bundle()) warmUp();
} catch (error) {
  // esbuild has printed them, with their places.
  if (!Array.isArray(error.errors)) throw error;
  process.exitCode = 1;
}

function compileSchema() {
  const compiled = path.join(dist, 'validate-dashboard.js');
  const record = path.join(dist, 'validate-dashboard.inputs');
  const generator = readdirSync(path.join(root, 'scripts', 'schema'));
  const files = [
    'lib/emit/schema/dashboard.schema.json',
    'package-lock.json',
    ...generator.sort().map((file) => `scripts/schema/${file}`),
  ];
  const contents = files.flatMap((file) => [file, readFileSync(path.join(root, file))]);
  const inputs = hashOf([process.version, ...FLAGS, ...contents]);
  if (existsSync(compiled) && existsSync(record) && readFileSync(record, 'utf8') === inputs) return;
  execFileSync(
    process.execPath,
    [...FLAGS, '-r', 'ts-node/register', path.join('scripts', 'schema', 'compile.ts')],
    { cwd: root, stdio: 'inherit' },
  );
  writeFileAtomic(record, inputs);
}

/** @returns whether it has to be warmed up: it is another than before, or never was */
async function bundle() {
  const { outputFiles } = await build({
    // Getters: a door loads only what is behind it.
    stdin: {
      contents: `module.exports = {
        get authoring() { return require('./lib/index.ts'); },
        get cli() { return require('./lib/cli/main.ts'); },
      };`,
      resolveDir: root,
      sourcefile: 'doors.js',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Code that is compiled ahead cannot hold a real import().
    supported: { 'dynamic-import': false },
    // CommonJS has no import.meta, and packages that are ES modules find their own files with it.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Its main file is UMD, whose requires cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // Loaders with native or enormous parts, needed by some commands only.
    external: ['@swc/core', 'esbuild', 'prettier', 'ts-morph', 'ts-node', 'typescript'],
    logLevel: 'warning',
  });
  const contents = Buffer.from(outputFiles[0].contents);
  const file = path.join(dist, 'bundle.js');
  const loader = readFileSync(path.join(root, 'scripts', 'load-bundle.cjs'));
  const isNew = [
    writeNew(file, contents),
    // What V8 has compiled depends on the flags in it.
    writeNew(path.join(dist, 'load-bundle.js'), loader),
  ].includes(true);
  writeModule('dashc', `require('./load-bundle.js')(require.resolve('./bundle.js'))`);
  writeModule('index', `require('./dashc.js').authoring`);
  writeModule('cli', `require('./dashc.js').cli`);
  return isNew || !existsSync(`${file}.cache`);
}

/** @returns whether it is another than before */
function writeNew(file, contents) {
  const isNew = !existsSync(file) || !readFileSync(file).equals(contents);
  if (isNew) writeFileAtomic(file, contents);
  return isNew;
}

function writeModule(name, exported) {
  writeFileAtomic(path.join(dist, `${name}.js`), `'use strict';\nmodule.exports = ${exported};\n`);
}

/**
 * One build that writes nothing, and a look at what it made before: what they call is what load-bundle.cjs finds
 * compiled, and each adds to what the one before left. Their findings are not ours.
 */
function warmUp() {
  for (const args of [
    ['build', '--check', '--no-typecheck', '--no-cache'],
    ['check', '--rules', 'build', '--dashboards', 'build'],
  ]) {
    spawnSync(process.execPath, [path.join('bin', 'dashc.js'), ...args], {
      cwd: root,
      env: { ...process.env, DASHC_WRITE_CODE_CACHE: '1' },
      stdio: 'ignore',
    });
  }
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
