/** Whether a path leads to something below the folder that it is relative to. It has `/`, and names nothing twice. */
export function isPathBelow(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.includes('\0') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
