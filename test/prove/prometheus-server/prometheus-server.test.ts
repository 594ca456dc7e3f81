import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PrometheusApi, startPrometheus } from '../../../lib/prove/prometheus-server/index.ts';
import { Workplace } from '../../../lib/prove/workplace/index.ts';
import { toolPath } from '../../tool-path.ts';

let folder: string;
let workplace: Workplace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dashc-server-'));
  workplace = new Workplace(folder);
});

afterEach(async () => {
  await workplace.close();
  rmSync(folder, { recursive: true, force: true });
});

async function options(rules: readonly string[] = []) {
  const data = join(workplace.folder, 'data');
  mkdirSync(data, { recursive: true });
  return { program: await toolPath('prometheus'), data, rules, lookback: 75 };
}

describe('startPrometheus', { timeout: 60_000 }, () => {
  it('takes another port where somebody has the first', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = other.address() as AddressInfo;
      const server = await startPrometheus(workplace, await options(), port);
      expect(server.url).not.toBe(`http://127.0.0.1:${port}`);
      const { series, error } = await new PrometheusApi(server.url).instant('1 + 1', 60);
      expect({ series, error }).toEqual({
        series: [{ metric: {}, values: [[60, 2]] }],
        error: undefined,
      });
      await server.stop();
    } finally {
      other.close();
    }
  });

  it('says what Prometheus says of a block that is damaged', async () => {
    const block = join(workplace.folder, 'data', '01KF0000000000000000000000');
    const wanted = await options();
    mkdirSync(join(block, 'chunks'), { recursive: true });
    const meta = { ulid: '01KF0000000000000000000000', minTime: 0, maxTime: 7_200_000, version: 1 };
    writeFileSync(join(block, 'meta.json'), JSON.stringify(meta));
    writeFileSync(join(block, 'index'), 'no index');
    await expect(startPrometheus(workplace, wanted)).rejects.toThrow(
      /cannot start Prometheus: .*01KF/,
    );
  });

  it('says which rule it refuses', async () => {
    const rules = join(workplace.folder, 'rules.yml');
    writeFileSync(
      rules,
      JSON.stringify({ groups: [{ name: 'g', rules: [{ record: 'a', expr: '(' }] }] }),
    );
    await expect(startPrometheus(workplace, await options([rules]))).rejects.toThrow(
      /cannot start Prometheus: .*unclosed left parenthesis/,
    );
  });

  it('ends with its workplace', async () => {
    const server = await startPrometheus(workplace, await options());
    await workplace.close();
    expect(server.ended()).toBeDefined();
    await expect(new PrometheusApi(server.url).instant('1', 0)).rejects.toThrow(
      /cannot ask Prometheus/,
    );
    expect(() => workplace.start('true', [])).toThrow('interrupted');
  });
});

describe('a query', { timeout: 60_000 }, () => {
  it('that is refused is an answer', async () => {
    const server = await startPrometheus(workplace, await options());
    const api = new PrometheusApi(server.url);
    expect((await api.instant('sum(', 0)).error).toMatch(/parse error/);
    expect((await api.range('vector(1)', 0, 60, 15)).series[0]?.values).toHaveLength(5);
    expect(await api.labelValues('job', undefined, 0, 60)).toEqual([]);
    expect(await api.rules()).toEqual([]);
  });
});
