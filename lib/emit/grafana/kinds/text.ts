import type { Options } from '@grafana/grafana-foundation-sdk/text';

import type { Json } from './json.ts';
import type { KindEmitter } from './panel-kind.ts';

export const text: KindEmitter<'text'> = {
  plugin: 'text',
  asks: 'series',
  options: ({ mode, language }, { content }) =>
    ({ mode, content, code: language && { language } }) satisfies Json<Options>,
  defaults: { options: { mode: 'markdown', code: { language: 'plaintext' } } },
};
