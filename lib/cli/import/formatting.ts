import type { Formatting } from '../../import/index.ts';

/** How the project formats such a file: its own prettier settings, or else dashc's. */
export async function formattingOf(file: string): Promise<Formatting | undefined> {
  const { resolveConfig } = await import('prettier');
  try {
    const config = await resolveConfig(file, { editorconfig: true });
    return config ?? undefined;
  } catch {
    // A broken configuration is not what this command is about.
    return undefined;
  }
}
