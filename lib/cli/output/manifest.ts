import { type Artifact, isPathBelow } from '../../emit/index.ts';

/** In every `build/<system>/`, committed with it: what dashc wrote there, and may therefore replace and remove. */
export const MANIFEST = '.dashc-manifest.json';

/**
 * The manifest of a system's files. It holds paths and no hashes: a listed file is dashc's even after it was edited by
 * hand, checked out from another branch, or half written, and a merge conflicts only where files come and go.
 */
export function manifestOf(paths: Iterable<string>): Artifact {
  const files = [...new Set(paths)].sort();
  const note = 'Written by dashc: the files of this folder that it owns. Do not edit.';
  return { path: MANIFEST, text: `${JSON.stringify({ note, files }, null, 2)}\n` };
}

/**
 * The paths that a manifest lists.
 *
 * @returns `undefined` for text that is not a manifest, such as one with conflict markers
 */
export function readManifest(text: string): readonly string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('files' in value)) return undefined;
  const { files } = value;
  return Array.isArray(files) && files.every(isInside) ? files : undefined;
}

/** A manifest never makes dashc delete something elsewhere. */
function isInside(path: unknown): path is string {
  return typeof path === 'string' && isPathBelow(path);
}
