import { mkdir, open, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a file in place: a temporary file in the same folder, flushed to the disk, is renamed to it. A reader sees the old
 * file or the new one. The temporary file's name begins with a dot and has no extension that Grafana or Prometheus read.
 *
 * @throws the file system's error; the temporary file is removed then
 */
export async function replaceFile(
  file: string,
  bytes: string | Uint8Array,
  executable: boolean,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `${TEMPORARY}${process.pid}-${count++}`);
  try {
    const handle = await open(temporary, 'wx', executable ? 0o755 : 0o644);
    try {
      await handle.writeFile(bytes);
      // The mode at opening is less what the umask takes away, and Grafana runs as another user.
      await handle.chmod(executable ? 0o755 : 0o644);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

let count = 0;
const TEMPORARY = '.dashc-sync-';

/** Makes folders below `top`, the outer ones first. */
export async function makeFolders(top: string, folders: Iterable<string>): Promise<void> {
  for (const folder of [...folders].sort()) {
    await mkdir(path.join(top, folder), { recursive: true });
  }
}

/** Removes `folder` below `top` and the folders above it, as long as they are empty. */
export async function removeEmpty(top: string, folder: string): Promise<void> {
  for (let at = folder; at !== '.' && at !== ''; at = path.posix.dirname(at)) {
    try {
      await rmdir(path.join(top, at));
    } catch {
      return;
    }
  }
}

/** Removes the temporary files that a sync left in these folders when it was killed. Only the lock's holder may. */
export async function removeLeftovers(top: string, folders: Iterable<string>): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(path.join(top, folder)).catch(() => []);
    for (const name of names.filter((each) => LEFTOVER.test(each))) {
      await unlink(path.join(top, folder, name));
    }
  }
}

const LEFTOVER = new RegExp(`^${TEMPORARY.replaceAll('.', '\\.')}\\d+-\\d+$`);

/** Makes what was renamed in a folder last through a power cut. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
