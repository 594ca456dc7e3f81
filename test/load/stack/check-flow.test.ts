import { describe, expect, it } from 'vitest';

import { defineStack, type LogSource, type StackSpec } from '../../../lib/catalog/index.ts';
import { validateStack } from '../../../lib/load/stack/index.ts';
import { observed } from '../../emit/observed.ts';

function problems(changes: Partial<StackSpec>) {
  return validateStack(
    defineStack({
      name: 'shop',
      title: 'Shop',
      prometheus: { version: '3.2.1' },
      jobs: {},
      datasources: [],
      grafana: { image: 'grafana/grafana:11.5.2', folder: 'Shop' },
      ...changes,
    }),
  );
}

function summaries(changes: Partial<StackSpec>): readonly string[] {
  return problems(changes).map(({ code, path }) => `${code} ${path.join('.')}`);
}

const loki = { version: '3.4.2', retention: '30d' } as const;
const app: LogSource = { path: '/logs/*.log' };

describe('where samples and lines go', () => {
  it('is right in the fixture', () => {
    expect(validateStack(observed.stack)).toEqual([]);
  });

  it.each<[string, Partial<StackSpec>, readonly string[]]>([
    [
      'Promtail without Loki',
      { promtail: { version: '3.4.2', sources: { app } } },
      ['promtail/nowhere-to-push promtail'],
    ],
    ['Promtail with Loki', { loki, promtail: { version: '3.4.2', sources: { app } } }, []],
    [
      'Promtail with a Loki elsewhere',
      {
        promtail: {
          version: '3.4.2',
          sources: { app },
          pushUrl: 'https://logs.example.com/loki/api/v1/push',
        },
      },
      [],
    ],
    [
      'Alloy that writes nowhere',
      { alloy: { version: '1.5.0' } },
      ['alloy/nowhere-to-write alloy'],
    ],
    [
      'Alloy that writes',
      {
        alloy: { version: '1.5.0' },
        prometheus: { version: '3.2.1', remoteWrite: [{ url: 'https://push' }] },
      },
      [],
    ],
    [
      'an agent that writes nowhere',
      { prometheus: { version: '3.2.1', agent: true } },
      ['prometheus/nowhere-to-write prometheus'],
    ],
    [
      'a Loki that keeps logs for hours',
      { loki: { ...loki, retention: '12h' } },
      ['stack/invalid loki.retention'],
    ],
    ['a Loki that keeps logs for a day', { loki: { ...loki, retention: '1d' } }, []],
    [
      'a Loki without such an index',
      { loki: { ...loki, version: '2.7.5' } },
      ['stack/invalid loki.version'],
    ],
    [
      'an Alloy without such a function',
      {
        alloy: { version: '1.3.1' },
        prometheus: { version: '3.2.1', remoteWrite: [{ url: 'https://push' }] },
      },
      ['stack/invalid alloy.version'],
    ],
    [
      'a variable where nothing expands it',
      { environment: { DAYS: { help: 'Days.' } }, loki: { ...loki, image: 'loki:${DAYS}' } },
      ['stack/unexpanded-variable loki.image'],
    ],
    [
      'a variable where Compose expands it',
      {
        environment: { LOGS: { help: 'Folder.' } },
        loki,
        promtail: { version: '3.4.2', sources: { app }, volumes: ['${LOGS}:/logs:ro'] },
      },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(summaries(changes)).toEqual(expected);
  });
});

describe('the stages of a log', () => {
  it.each<[string, LogSource, readonly string[]]>([
    ['a field that JSON has', { ...app, stages: [{ json: { a: 'a' } }, { labels: ['a'] }] }, []],
    [
      'a field that comes too late',
      { ...app, stages: [{ labels: ['a'] }, { json: { a: 'a' } }] },
      ['promtail/unknown-field promtail.sources.app.stages.0'],
    ],
    [
      'a field that the regex names',
      { ...app, stages: [{ regex: '^(?P<a>\\w+) (?<b>\\w+)' }, { labels: ['a', 'b'] }] },
      [],
    ],
    [
      'a group without a name',
      { ...app, stages: [{ regex: '^(\\w+)' }, { output: 'a' }] },
      ['promtail/unknown-field promtail.sources.app.stages.1'],
    ],
    [
      'what Docker adds',
      {
        ...app,
        stages: [{ docker: true }, { timestamp: { source: 'timestamp', format: 'RFC3339' } }],
      },
      [],
    ],
    ['a label of the source', { ...app, labels: { env: 'x' }, stages: [{ output: 'env' }] }, []],
    [
      'a time that nothing found',
      { ...app, stages: [{ timestamp: { source: 'at', format: 'Unix' } }] },
      ['promtail/unknown-field promtail.sources.app.stages.0'],
    ],
    [
      'no RE2',
      { ...app, stages: [{ multiline: { firstLine: '(?!a)' } }] },
      ['promtail/invalid-regex promtail.sources.app.stages.0'],
    ],
    ['a relative path', { path: 'logs/*.log' }, ['stack/invalid promtail.sources.app.path']],
  ])('%s', (_, source, expected) => {
    const promtail = { version: '3.4.2', sources: { app: source } } as const;
    expect(summaries({ loki, promtail })).toEqual(expected);
  });

  it('hints at the field that is almost meant', () => {
    const stages = [{ json: { level: 'level' } }, { labels: ['levl'] }];
    const promtail = { version: '3.4.2', sources: { app: { ...app, stages } } } as const;
    expect(problems({ loki, promtail })[0]?.hint).toBe('did you mean `level`?');
  });
});
