import { execFileSync } from 'node:child_process';

import { UsageError } from '../usage-error.ts';

/** A commit, and how people call it. */
export interface Commit {
  readonly hash: string;
  /** `main`, `HEAD~2`, `1a2b3c4`. */
  readonly name: string;
}

/** What a branch is compared with where nobody says it. */
const TRUNKS = ['main', 'origin/main', 'master', 'origin/master'];

/**
 * The commit that was asked for; by default the one where the branch left `main`.
 *
 * @param root of the project
 * @throws UsageError
 */
export function baseCommit(root: string, base: string | undefined): Commit {
  if (git(root, ['rev-parse', '--is-inside-work-tree']) === undefined) {
    throw new UsageError('this is no git repository: compare folders with `--from DIR --to DIR`');
  }
  if (base !== undefined) {
    const hash = commitOf(root, base);
    if (hash === undefined) {
      throw new UsageError(`git knows no commit \`${base}\` here; is it fetched? \`git fetch\``);
    }
    return { hash, name: base };
  }
  const trunk = TRUNKS.find((name) => commitOf(root, name) !== undefined);
  if (trunk === undefined) {
    throw new UsageError(
      'there is no branch `main` to compare with: name a commit, as in `dashc diff HEAD~1`',
    );
  }
  const hash = git(root, ['merge-base', 'HEAD', trunk])?.toString().trim();
  if (hash === undefined || hash === '') {
    throw new UsageError(
      `git finds no commit that this branch and \`${trunk}\` have in common: \`git fetch --unshallow\`, or name a commit`,
    );
  }
  return { hash, name: trunk };
}

function commitOf(root: string, name: string): string | undefined {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  return git(root, args)?.toString().trim();
}

/**
 * The files of some folders as they are in a commit, by their path below `root`.
 *
 * @param folders below `root`; those that are not there are left out
 */
export function filesAt(
  root: string,
  { hash }: Commit,
  folders: readonly string[],
): ReadonlyMap<string, string> {
  const listed = git(root, [
    'ls-tree',
    '-r',
    '-z',
    hash,
    '--',
    ...folders.map((name) => `${name}/`),
  ]);
  const entries = (listed?.toString() ?? '').split('\0').flatMap((line) => {
    const [, blob = '', file = ''] = /^100\d+ blob (\w+)\t(.+)$/s.exec(line) ?? [];
    return file === '' ? [] : [{ blob, file }];
  });
  if (entries.length === 0) return new Map();
  const blobs = git(root, ['cat-file', '--batch'], entries.map(({ blob }) => `${blob}\n`).join(''));
  const texts = textsOf(blobs, entries.length);
  return new Map(entries.map(({ file }, i) => [file, texts[i] ?? '']));
}

/** The answer of `cat-file --batch`: a line with the size, the bytes, a line end. */
function textsOf(answer: Buffer | undefined, count: number): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  while (answer !== undefined && texts.length < count) {
    const end = answer.indexOf('\n', at);
    const size = Number(answer.subarray(at, end).toString().split(' ')[2]);
    texts.push(answer.subarray(end + 1, end + 1 + size).toString('utf8'));
    at = end + 1 + size + 1;
  }
  return texts;
}

/** @returns what git prints; `undefined` where it refuses */
function git(cwd: string, args: readonly string[], input = ''): Buffer | undefined {
  try {
    return execFileSync('git', [...args], {
      cwd,
      input,
      maxBuffer: 1024 ** 3,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UsageError('there is no `git` here: compare folders with `--from DIR --to DIR`');
    }
    return undefined;
  }
}
