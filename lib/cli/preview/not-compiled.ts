import type { Diagnostic } from '../../diagnostics/index.ts';

/**
 * Sources that make the compiler fail: mostly values of other types than were promised. The preview goes on, because the
 * next save may mend it.
 *
 * @param file the source, or its folder
 */
export function notCompiled(error: unknown, file: string): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'preview/not-compiled',
    severity: 'error',
    message: `it cannot be compiled: ${reason.split('\n')[0]}`,
    hint: 'npm run typecheck',
    where: { file, path: [] },
  };
}
