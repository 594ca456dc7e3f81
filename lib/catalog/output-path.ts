/** The folder that a file below `build/<system>/` is in; `.` for `build/<system>/` itself. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash === -1 ? '.' : file.slice(0, slash);
}

/** The name of a file in its folder. */
export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of `name` in the folder that `file` is in. */
export function besideFile(file: string, name: string): string {
  const folder = folderOf(file);
  return folder === '.' ? name : `${folder}/${name}`;
}

/** Whether `path` is in `folder` or in a folder of it. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/**
 * `path` as seen from `folder`, both below `build/<system>/`.
 *
 * @example
 * fromFolder('prometheus/rules', 'deploy') // '../prometheus/rules'
 */
export function fromFolder(path: string, folder: string): string {
  const to = path === '.' ? [] : path.split('/');
  const from = folder === '.' ? [] : folder.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common += 1;
  const steps = [...from.slice(common).map(() => '..'), ...to.slice(common)];
  return steps.length === 0 ? '.' : steps.join('/');
}
