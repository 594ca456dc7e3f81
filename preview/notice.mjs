import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What is in the bundle of others, with their licences: most of them ask for nothing but that this text goes along.
 *
 * @param metafile esbuild's account of what it has bundled
 * @param root the folder that its paths are relative to
 */
export function noticeOf(metafile, root) {
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file),
  );
  const folders = new Set(
    [...bundled, ...FONTS].flatMap(
      (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
    ),
  );
  const parts = [...folders].sort().map((folder) => partOf(path.join(root, folder)));
  return [
    'The page of dashc preview contains the following packages, each under its own licence.',
    ...parts,
  ].join(`\n\n${'-'.repeat(80)}\n`);
}

/** Copied beside the bundle. */
const FONTS = [
  'node_modules/@fontsource/inter/package.json',
  'node_modules/@fontsource/roboto-mono/package.json',
];

function partOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  );
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  const texts = files
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    // One copy of the long text is in LICENSE beside this file.
    .filter((file) => !/apache/i.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim())
    .filter((text) => !text.includes('Apache License'));
  return [`${name} ${version} (${license ?? 'see its text'})`, ...texts].join('\n\n');
}
