import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { beforeAll, describe, expect, it } from 'vitest';

import { projectFolder } from '../load/project-folder.ts';
import { compileDashc, dashc, type Ended } from './dashc.ts';
import { changed, toolsOnPath, WORLD } from './verify-shop.ts';

let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  compileDashc();
  env = await toolsOnPath();
}, 120_000);

function verify(files: typeof WORLD, ...args: string[]): Promise<Ended> {
  return dashc(['verify', ...args], { cwd: projectFolder(files), env });
}

describe('dashc verify', { timeout: 120_000 }, () => {
  it('has nothing to say about a system that is right, and says what it looked at', async () => {
    const { code, out, err } = await verify(WORLD);
    expect(out).toBe('');
    expect(err).toMatch(/^shop healthy: 3 queries, as it should be \(\d+ ms\)$/m);
    expect(err).toMatch(/^shop stalled: 3 queries, as it should be \(\d+ ms\)$/m);
    expect(err).toMatch(/^2 worlds, 6 queries, \d+ series, \d+ samples: 0 errors, 0 warnings/m);
    expect(code).toBe(0);
  });

  it.each([
    [
      'a query',
      changed(
        'dashboards/shop/overview.ts',
        "rate().sumBy('code')",
        "where({ code: '500' }).rate('10s').sumBy('code')",
      ),
      'dashboards/shop/overview.ts:10:7 › dashboard shop-overview › panel "Requests" › query A',
      'verify/query-empty',
      'the query returns nothing in a healthy system',
    ],
    [
      'a legend',
      changed(
        'dashboards/shop/overview.ts',
        "sumBy('code').legend('{{code}}')",
        "sumBy('code', 'route').legend('{{code}}')",
      ),
      'dashboards/shop/overview.ts:10:7 › dashboard shop-overview › panel "Requests" › query A',
      'verify/legend-ambiguous',
      '2 series have the name `200`: `{code="200", route="/a"}`, `{code="200", route="/b"}`',
    ],
    [
      'a threshold that is too high',
      changed('alerts/shop/queue.ts', 'gt(10)', 'gt(100)'),
      'alerts/shop/queue.ts:5:17 › group shop › alert ShopBacklog',
      'verify/alert-watched',
      'in the scenario `stalled` what it watches is from 3 to 40',
    ],
    [
      'a threshold that is too low',
      changed('alerts/shop/queue.ts', 'gt(10)', 'gt(1)'),
      'alerts/shop/queue.ts:5:17 › group shop › alert ShopBacklog',
      'verify/false-alarm',
      '`ShopBacklog` fires in a healthy system',
    ],
    [
      'a scenario that is too weak',
      changed('systems/shop/scenarios.ts', 'set(40)', 'set(9)'),
      'systems/shop/scenarios.ts:5:17 › scenario stalled › alert ShopBacklog',
      'verify/alert-silent',
      '`ShopBacklog` does not fire',
    ],
    [
      'a scenario that expects it too early',
      changed('systems/shop/scenarios.ts', "'6m'", "'4m'"),
      'systems/shop/scenarios.ts:5:17 › scenario stalled › alert ShopBacklog',
      'verify/alert-late',
      'after the beginning, not within 4m',
    ],
    [
      'a scenario that forgets an alert',
      changed(
        'systems/shop/scenarios.ts',
        "{ alert: 'ShopBacklog', within: '6m', labels: { queue: 'mail' } }",
        '',
      ),
      'systems/shop/scenarios.ts:5:17 › scenario stalled › alert ShopBacklog',
      'verify/alert-unexpected',
      '`ShopBacklog` fires 5m',
    ],
    [
      'a scenario that changes nothing',
      changed(
        'systems/shop/scenarios.ts',
        'change(m.queue_depth).set(40)',
        "change(m.queue_depth).set(40), change(m.requests_total.where({ route: '/nowhere' })).rate(0)",
      ),
      'systems/shop/scenarios.ts:5:17 › scenario stalled',
      'verify/change-of-nothing',
      'no series is changed: there is no `requests_total{job="api",route="/nowhere"}`',
    ],
  ])('names %s that is wrong, with its line', async (_, files, place, code, message) => {
    const { code: exit, out } = await verify(files);
    const found = out.split('\n\n').find((text) => text.includes(code)) ?? out;
    expect(found).toContain(place);
    expect(found).toContain(message);
    expect(exit).toBe(1);
  });

  it('leaves out a panel that is empty on purpose', async () => {
    const files = changed(
      'dashboards/shop/overview.ts',
      "timeseries('Queue', 'Jobs waiting.').query(m.queue_depth)",
      "timeseries('Queue', 'Jobs waiting.').query(m.queue_depth.gt(100)).mayBeEmpty('Few wait.')",
    );
    expect(await verify(files, '--scenario', 'healthy')).toMatchObject({ code: 0, out: '' });
  });

  it('prints JSON and JUnit', async () => {
    const files = changed('alerts/shop/queue.ts', 'gt(10)', 'gt(1)');
    const json = await verify(files, '--scenario', 'healthy', '--format', 'json');
    expect(JSON.parse(json.out)).toMatchObject({
      diagnostics: [
        { code: 'verify/false-alarm', where: { file: 'alerts/shop/queue.ts', line: 5 } },
      ],
      summary: { errors: 1 },
    });
    const junit = await verify(files, '--scenario', 'healthy', '--format', 'junit');
    expect(junit.out).toContain('<testsuite name="alerts/shop/queue.ts" tests="1" failures="1">');
  });

  it.each([
    [['--scenario', 'stalledd'], 'unknown scenario `stalledd`: did you mean `stalled`?'],
    [['--prometheus', 'localhost:9090'], '`localhost:9090` is no address'],
    [
      ['--prometheus', 'http://localhost:1', '--scenario', 'stalled'],
      '`--scenario` and `--prometheus` exclude each other',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await verify(WORLD, ...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('dashc verify --prometheus', { timeout: 60_000 }, () => {
  it('says where a Prometheus cannot be reached', async () => {
    const { code, out } = await verify(WORLD, '--prometheus', 'http://127.0.0.1:1');
    expect(out).toContain('verify/broken-off');
    expect(out).toContain('cannot ask Prometheus at `http://127.0.0.1:1`');
    expect(code).toBe(1);
  });

  it('only reads, and says what is not there', async () => {
    const methods = new Set<string>();
    const server = createServer((request, response) => {
      methods.add(request.method ?? '');
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
      const vector = { resultType: 'vector', result: [] };
      const data =
        searchParams.get('query') === 'time()'
          ? { resultType: 'scalar', result: [1_768_485_600, '1768485600'] }
          : pathname.endsWith('/label/job/values')
            ? ['api']
            : pathname.endsWith('/label/__name__/values')
              ? ['requests_total']
              : pathname.endsWith('/series')
                ? [{ __name__: 'requests_total', job: 'api', instance: 'a', code: '302' }]
                : vector;
      response.end(JSON.stringify({ status: 'success', data }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const { code, out } = await verify(WORLD, '--prometheus', `http://127.0.0.1:${port}`);
      expect(out).toContain('there is no series of `queue_depth`');
      expect(out).toContain('no series of `requests_total` has the label `route`');
      expect(out).toContain('`code` of `requests_total` has values that are not declared: `302`');
      expect(out).toContain('`code` of `requests_total` never is `200`, `500`');
      expect(out).toContain('panel "Requests" › query A');
      expect(code).toBe(1);
    } finally {
      server.close();
    }
    expect([...methods]).toEqual(['GET']);
  });
});
