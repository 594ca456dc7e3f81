import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import promtail from '../../../lib/emit/targets/promtail.ts';
import { observed, observedWith } from '../observed.ts';
import { mounted } from '../shop.ts';

describe('promtail', () => {
  const [file] = promtail.emit(observed).value;
  const config = parse(file?.text ?? '');

  it('sends to the Loki of the stack and remembers how far it read', () => {
    expect(file?.path).toBe('promtail/promtail.yml');
    expect(config.clients).toEqual([{ url: 'http://loki:3100/loki/api/v1/push' }]);
    expect(config.positions).toEqual({ filename: '/promtail/positions.yaml' });
  });

  it.each([
    [
      'a JSON log',
      'app',
      { job: 'app', env: 'production', __path__: '/logs/*.log' },
      [
        { json: { expressions: { level: 'level', at: 'time', message: 'msg' } } },
        { labels: { level: null } },
        { timestamp: { source: 'at', format: 'RFC3339' } },
        { output: { source: 'message' } },
      ],
    ],
    ['Docker', 'docker', { job: 'docker', __path__: '/docker/*/*.log' }, [{ docker: {} }]],
    [
      'lines that go on',
      'postgres',
      { job: 'postgres', __path__: '/postgres/*.log' },
      [
        { multiline: { firstline: '^\\d{4}-', max_wait_time: '3s', max_lines: 100 } },
        { regex: { expression: 'duration: (?P<ms>[0-9.]+) ms' } },
      ],
    ],
    ['lines as they are', 'plain', { job: 'plain', __path__: '/plain/*.log' }, undefined],
  ])('reads %s', (_, job, labels, stages) => {
    const found = config.scrape_configs.find((each: { job_name: string }) => each.job_name === job);
    expect(found.static_configs).toEqual([{ targets: ['localhost'], labels }]);
    expect(found.pipeline_stages).toEqual(stages);
  });

  it('forgets how far it read, where it has no volume', () => {
    const sources = { app: { path: '/logs/*.log' } };
    const system = observedWith({ promtail: { version: '3.4.2', sources } });
    const [other] = promtail.emit(system).value;
    expect(parse(other?.text ?? '').positions).toEqual({ filename: '/tmp/positions.yaml' });
  });

  it('writes nothing where the stack has none', () => {
    expect(promtail.emit(mounted).value).toEqual([]);
  });
});
