import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { importRules } from '../../../lib/import/index.ts';

const PAGE = readFileSync(path.join(__dirname, '../../../docs/import-rules.md'), 'utf8');

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(PAGE)?.[1] ?? '';
}

it('the page shows what an import of its rule file makes', async () => {
  const { files } = await importRules({
    sources: [{ name: 'shop.yaml', text: block('yaml') }],
    system: 'shop',
    present: undefined,
    existing: () => undefined,
    formatting: undefined,
    upgrade: false,
  });
  expect(files.find(({ path: file }) => file === 'alerts/shop/shop.ts')?.text).toBe(block('ts'));
});
