/**
 * What the file system refused, in words, with its code.
 *
 * @returns `undefined` for any other error
 *
 * @example
 * systemReason(errorOfWriteFile) // 'the disk is full (ENOSPC)'
 */
export function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  const code = String(error.code);
  return `${REASON[code] ?? 'the file system refuses'} (${code})`;
}

const REASON: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a file stands where a folder has to be',
  EEXIST: 'something else stands in its place',
  ENOENT: 'the folder is not there',
};
