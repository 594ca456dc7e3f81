import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder, SHOP } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';
import { compileDashc, dashc, type Ended, stable } from './dashc.ts';

let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  compileDashc();
  env = {
    PATH: `${path.dirname(await toolPath('promtool'))}${path.delimiter}${process.env['PATH']}`,
  };
});

function run(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return dashc(['test', ...args], { cwd, env });
}

const QUEUE = SHOP['alerts/shop/queue.ts'] ?? '';

describe('dashc test', () => {
  it('counts what passed', async () => {
    const { code, out, err } = await run(projectFolder(SHOP));
    expect({ code, out, err: stable(err) }).toEqual({
      code: 0,
      out: 'shop: 1 alert, 2 cases, 5 edges: passed\n',
      err: '7 tests, 0 failed (… ms)\n',
    });
  });

  it('shows what failed, at the line of the case', async () => {
    const wrong = QUEUE.replace('constant(10)', 'constant(11)');
    const { code, out, err } = await run(projectFolder({ ...SHOP, 'alerts/shop/queue.ts': wrong }));
    expect({ code, err: stable(err) }).toEqual({ code: 1, err: '7 tests, 1 failed (… ms)\n' });
    expect(out).toBe(`\
failed ShopBacklog: quiet at ten
  alerts/shop/queue.ts:20
    at 6m:
    - is quiet
    + fires
    +   instance: instance
    +   job: api
    +   queue: mail
    +   severity: warning
    +   system: shop
    +   description: More than ten.
    +   runbook_url: RUNBOOK.md#shopbacklog
    +   summary: Jobs wait

shop: 1 alert, 2 cases, 5 edges: 1 failed
`);
  });

  it('prints JUnit for machines', async () => {
    const wrong = QUEUE.replace('constant(10)', 'constant(11)');
    const cwd = projectFolder({ ...SHOP, 'alerts/shop/queue.ts': wrong });
    const { code, out } = await run(cwd, '--format', 'junit');
    expect(code).toBe(1);
    expect(out).toContain('<testsuite name="shop.ShopBacklog" tests="7" failures="1" skipped="0">');
    expect(out).toContain(
      '<testcase classname="shop.ShopBacklog" name="fires above ten" file="alerts/shop/queue.ts" line="15"/>',
    );
    expect(out).toContain('<failure message="at 6m:">at 6m:\n- is quiet\n+ fires\n');
  });

  it('prints what is covered', async () => {
    const { code, out } = await run(projectFolder(SHOP), '--coverage');
    expect(code).toBe(0);
    expect(out).toContain(`\
      alerts     branches   recordings  labels
shop  1/1 100 %  0/0 100 %  0/0 100 %   0/0 100 %
`);
  });

  it('fails where a side of `or` is not reached', async () => {
    const wider = QUEUE.replace(
      'm.queue_depth.gt(10)',
      'm.queue_depth.gt(10).or(m.queue_depth.lt(0))',
    );
    const cwd = projectFolder({ ...SHOP, 'alerts/shop/queue.ts': wider });
    const { code, out } = await run(cwd, '--coverage');
    expect(code).toBe(1);
    expect(out).toContain('not reached: shop, branches: ShopBacklog: queue_depth{job="api"} < 0\n');
  });

  it('changes the rules and counts what the tests notice', async () => {
    const { code, out } = await run(projectFolder(SHOP), '--mutate');
    expect(code).toBe(0);
    expect(out).toMatch(/^shop: (\d+) of \1 mutants killed, 100\.0 %/m);
  });

  it('fails where the tests notice too little', async () => {
    const { code, out, err } = await run(
      projectFolder({
        ...SHOP,
        'alerts/shop/queue.ts': QUEUE.replace(
          'm.queue_depth.gt(10)',
          'm.queue_depth.max().gt(10)',
        ).replace("[{ labels: { queue: 'mail', instance: 'a', job: 'api' } }]", '[{}]'),
      }),
      '--mutate',
    );
    expect(code).toBe(1);
    expect(out).toContain(`\
survived ShopBacklog: aggregation
  alerts/shop/queue.ts:5
    - max(queue_depth{job="api"})
    + min(queue_depth{job="api"})
`);
    expect(err).toContain('shop: below 95 %');
  });

  it('refuses cases that say nothing', async () => {
    const wrong = QUEUE.replace("{ instance: 'a' }", "{ region: 'eu' } as never");
    const { code, out, err } = await run(projectFolder({ ...SHOP, 'alerts/shop/queue.ts': wrong }));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('error alert/case-unknown-label');
  });

  it('leaves nothing behind', async () => {
    const temporary = mkdtempSync(path.join(tmpdir(), 'dashc-test-'));
    await dashc(['test'], { cwd: projectFolder(SHOP), env: { ...env, TMPDIR: temporary } });
    expect(readdirSync(temporary)).toEqual([]);
    rmSync(temporary, { recursive: true });
  });

  it('knows its systems', async () => {
    const { code, err } = await run(projectFolder(SHOP), '--system', 'shpo');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'dashc: unknown system `shpo`: did you mean `shop`?\n',
    });
  });
});
