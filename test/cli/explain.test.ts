import { beforeAll, describe, expect, it } from 'vitest';

import { compileDashc, dashc } from './dashc.ts';

beforeAll(compileDashc);

describe('dashc explain', () => {
  it('says what a check finds, with examples, without a project', async () => {
    const { code, out } = await dashc(['explain', 'promql/unknown-metric'], { cwd: '/' });
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'error promql/unknown-metric',
      '  Disallow metrics that neither a catalog declares nor a rule records.',
    ]);
    expect(out).toContain('  not reported:\n    promql`sum(queue_depth)`\n');
  });

  it('says what another stage finds', async () => {
    expect(await dashc(['explain', 'panel/no-query'], { cwd: '/' })).toEqual({
      code: 0,
      out: 'panel/no-query\n  A panel has no query.\n',
      err: '',
    });
  });

  it('suggests', async () => {
    expect(await dashc(['explain', 'panel/no-qery'], { cwd: '/' })).toEqual({
      code: 2,
      out: '',
      err: 'dashc: unknown code `panel/no-qery`: did you mean `panel/no-query`?\n',
    });
  });
});
