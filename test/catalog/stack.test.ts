import { describe, expect, expectTypeOf, it } from 'vitest';

import {
  type AlertMatch,
  any,
  type Datasource,
  defineStack,
  type Job,
  type Receiver,
  type Stack,
} from '../../lib/catalog/index.ts';

const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1', scrapeInterval: '30s' },
  jobs: {
    api: { targets: ['api:8080'], labels: { tier: 'web' } },
    'node-exporter': { targets: ['node:9100'], interval: '1m' },
  },
  datasources: [],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
});

describe('defineStack', () => {
  it('fills in the names that the tools use', () => {
    expect(stack).toMatchObject({
      kind: 'stack',
      environment: {},
      envFile: '.env.example',
      runbookFile: 'RUNBOOK.md',
      prometheus: {
        image: 'prom/prometheus:v3.2.1',
        configFile: 'prometheus/prometheus.yml',
        rulesFile: 'prometheus/rules/{group}.yml',
        testsPath: 'prometheus/tests',
        evaluationInterval: '15s',
      },
      grafana: {
        dashboardsPath: 'grafana/dashboards',
        provisioningPath: 'grafana/provisioning',
        datasourcesFile: 'datasources.yml',
        providerFile: 'dashboards.yml',
      },
    });
    expect(stack.compose).toBe(undefined);
  });

  it('fills in the names of what a stack may have besides', () => {
    const route = { receiver: 'team' };
    const { alertmanager, loki, promtail, alloy } = defineStack({
      ...stack,
      jobs: {},
      alertmanager: { version: '0.27.0', receivers: { team: {} }, route },
      loki: { version: '3.4.2', retention: '30d' },
      promtail: { version: '3.4.2', sources: {}, configFile: 'logging/promtail.yml' },
      alloy: { version: '1.5.0' },
    });
    expect({ alertmanager, loki, promtail, alloy }).toEqual({
      alertmanager: {
        version: '0.27.0',
        image: 'prom/alertmanager:v0.27.0',
        configFile: 'alertmanager/alertmanager.yml',
        receivers: { team: {} },
        route,
      },
      loki: {
        version: '3.4.2',
        image: 'grafana/loki:3.4.2',
        configFile: 'loki/loki.yml',
        retention: '30d',
        schemaFrom: '2024-01-01',
      },
      promtail: {
        version: '3.4.2',
        image: 'grafana/promtail:3.4.2',
        configFile: 'logging/promtail.yml',
        pushUrl: 'http://loki:3100/loki/api/v1/push',
        sources: {},
      },
      alloy: {
        version: '1.5.0',
        image: 'grafana/alloy:v1.5.0',
        configFile: 'alloy/config.alloy',
      },
    });
    expect(stack).not.toHaveProperty('alertmanager');
  });

  it('gives every job its name, its labels and the interval that holds for it', () => {
    expect(stack.jobs).toEqual({
      api: {
        name: 'api',
        labels: { tier: ['web'], job: ['api'], instance: any },
        scrape: { targets: ['api:8080'], interval: '30s' },
      },
      'node-exporter': {
        name: 'node-exporter',
        labels: { job: ['node-exporter'], instance: any },
        scrape: { targets: ['node:9100'], interval: '1m' },
      },
    });
  });

  it('is frozen to its leaves', () => {
    expect(Object.isFrozen(stack)).toBe(true);
    expect(Object.isFrozen(stack.jobs['node-exporter'].scrape.targets)).toBe(true);
  });

  it('keeps the names and values as literals', () => {
    expectTypeOf(stack.jobs.api).toEqualTypeOf<Job<'api', { readonly tier: readonly ['web'] }>>();
    expectTypeOf(stack.jobs['node-exporter']).toEqualTypeOf<
      Job<'node-exporter', Record<never, never>>
    >();
    expectTypeOf(stack).toExtend<Stack>();

    // @ts-expect-error -- no job of this name
    expect(stack.jobs.apo).toBe(undefined);
  });

  it('refuses what the programs would ignore', () => {
    expectTypeOf<{ slack: { apiUrl: '${URL}'; channel: '#a' } }>().toExtend<Receiver>();
    // @ts-expect-error -- no address to send to
    expectTypeOf<{ slack: { channel: '#a' } }>().toExtend<Receiver>();

    expectTypeOf<{ severity: 'critical'; team: ['a', 'b'] }>().toExtend<AlertMatch>();
    // @ts-expect-error -- no severity that an alert can have
    expectTypeOf<{ severity: 'page' }>().toExtend<AlertMatch>();

    const prometheus = { uid: 'a', name: 'A', type: 'prometheus', url: 'http://a' } as const;
    const right: Datasource = { ...prometheus, jsonData: { queryTimeout: '60s' } };
    // @ts-expect-error -- a setting of Loki's
    const wrong: Datasource = { ...prometheus, jsonData: { maxLines: 1000 } };
    expect([right.uid, wrong.uid]).toEqual(['a', 'a']);
  });
});
