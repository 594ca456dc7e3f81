import { describe, expect, it } from 'vitest';

import { environmentIn } from '../../lib/catalog/index.ts';

describe('environmentIn', () => {
  it.each([
    ['one', '${API_TARGET}', ['API_TARGET']],
    ['several, each once', 'http://${HOST}:${PORT}/${HOST}', ['HOST', 'PORT']],
    ['one with a digit', '${API_2}', ['API_2']],
    ['none without braces', '$API_TARGET', []],
    ["none of relabelling's groups", '${1}:$2', []],
    ["none of Grafana's variables", '${job:regex} ${__interval}', []],
    ['none that starts with a digit', '${2ND}', []],
  ] as const)('%s', (_, text, names) => {
    expect(environmentIn(text)).toEqual(names);
  });
});
