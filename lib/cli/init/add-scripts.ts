/**
 * The text of a `package.json` with scripts added. One that the project has already is kept, but for the one that
 * `npm init` writes, which only fails.
 *
 * @returns `undefined` for text that is not a JSON object
 */
export function addScripts(
  text: string,
  scripts: Readonly<Record<string, string>>,
): string | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
    return undefined;
  const before = 'scripts' in manifest && isRecord(manifest.scripts) ? manifest.scripts : {};
  const own = Object.entries(before).filter(([, script]) => script !== NO_TEST);
  const after = { ...manifest, scripts: { ...scripts, ...Object.fromEntries(own) } };
  return `${JSON.stringify(after, null, 2)}\n`;
}

const NO_TEST = 'echo "Error: no test specified" && exit 1';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
