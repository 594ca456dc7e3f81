import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Diagnostic } from '../../diagnostics/index.ts';
import { packageRoot } from '../package-root.ts';

/** The folder of the page, or why there is none. */
export function pageFolder(): string | Diagnostic {
  const folder = path.join(packageRoot(), 'preview', 'dist');
  if (existsSync(path.join(folder, 'index.html'))) return folder;
  return {
    code: 'preview/not-built',
    severity: 'error',
    message: 'the page of the preview is not built: there is no `preview/dist/index.html`',
    hint: 'npm run preview:build',
    where: { file: 'preview', path: [] },
  };
}
