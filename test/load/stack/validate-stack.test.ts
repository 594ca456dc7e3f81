import { describe, expect, it } from 'vitest';

import { defineStack, type StackSpec } from '../../../lib/catalog/index.ts';
import { validateStack } from '../../../lib/load/stack/index.ts';
import { mounted, shop } from '../../emit/shop.ts';

const GOOD: StackSpec = {
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1', port: 9090 },
  jobs: { api: { targets: ['api:8080'] } },
  datasources: [{ uid: 'prom', name: 'Prometheus', type: 'prometheus', url: 'http://prom:9090' }],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop', port: 3000 },
  compose: {},
};
const { prometheus, grafana } = GOOD;
const [datasource] = GOOD.datasources;
const loki = { uid: 'loki', name: 'Loki', type: 'loki', url: 'http://loki:3100' } as const;
const help = 'Where the API is.';

/** A stack as somebody would write it whose editor shows no types. */
function untyped(changes: object): StackSpec {
  return { ...GOOD, ...changes };
}

function summaries(spec: StackSpec): readonly string[] {
  return validateStack(defineStack(spec)).map(({ code, path }) => `${code} ${path.join('.')}`);
}

describe('a stack', () => {
  it.each([
    ['of the fixture', shop.stack],
    ['of the fixture that mounts its files', mounted.stack],
    ['with defaults only', defineStack(GOOD)],
  ])('%s is right', (_, stack) => {
    expect(validateStack(stack)).toEqual([]);
  });

  it.each<[string, StackSpec, readonly string[]]>([
    ['a folder name', untyped({ name: 'Shop' }), ['stack/invalid name']],
    ['no title', untyped({ title: '' }), ['stack/invalid title']],
    [
      'a mistyped setting',
      untyped({ grafana: { ...grafana, foldr: 'Shop' } }),
      ['stack/invalid grafana'],
    ],
    [
      'a short version',
      untyped({ prometheus: { version: '3.2' } }),
      ['stack/invalid prometheus.version'],
    ],
    [
      'no duration',
      untyped({ prometheus: { ...prometheus, scrapeInterval: '15 s' } }),
      ['stack/invalid prometheus.scrapeInterval', 'stack/invalid jobs.api.scrape.interval'],
    ],
    [
      'a variable in lower case',
      untyped({ environment: { api: { help } } }),
      ['stack/invalid environment.api'],
    ],
    [
      'a variable without help',
      untyped({ environment: { API: { help: '' } } }),
      ['stack/invalid environment.API.help'],
    ],
    [
      'no target',
      untyped({ jobs: { api: { targets: [] } } }),
      ['stack/invalid jobs.api.scrape.targets'],
    ],
    [
      'a uid with a space',
      untyped({ datasources: [{ ...datasource, uid: 'my prom' }] }),
      ['stack/invalid datasources.0.uid'],
    ],
    [
      'a file outside of build',
      untyped({ runbookFile: '../RUNBOOK.md' }),
      ['stack/invalid runbookFile'],
    ],
    ['an absolute file', untyped({ envFile: '/etc/shop.env' }), ['stack/invalid envFile']],
    [
      'a link that is none',
      untyped({ grafana: { ...grafana, url: '${GRAFANA_URL}' } }),
      ['stack/invalid grafana.url'],
    ],
    [
      'a port out of range',
      untyped({ prometheus: { ...prometheus, port: 90_900 } }),
      ['stack/invalid prometheus.port'],
    ],

    [
      'an undeclared variable',
      untyped({ jobs: { api: { targets: ['${API_TARGET}'] } } }),
      ['stack/unknown-variable jobs.api.scrape.targets.0'],
    ],
    [
      'a declared variable',
      untyped({
        jobs: { api: { targets: ['${API_TARGET}'] } },
        environment: { API_TARGET: { help } },
      }),
      [],
    ],
    [
      "relabelling's group, which is no variable",
      untyped({ jobs: { api: { targets: ['api:1'], relabel: [{ replacement: '${1}' }] } } }),
      [],
    ],
    [
      'an undeclared condition',
      untyped({
        prometheus: { ...prometheus, remoteWrite: [{ url: 'https://x', when: 'PUSH_URL' }] },
      }),
      ['stack/unknown-variable prometheus.remoteWrite.0.when'],
    ],
    [
      'a variable that nothing reads',
      untyped({ environment: { API_TARGET: { help } } }),
      ['stack/unused-variable environment.API_TARGET'],
    ],

    [
      'one port twice',
      untyped({ grafana: { ...grafana, port: 9090 } }),
      ['stack/port-clash grafana.port'],
    ],
    [
      'one port everywhere and on an address',
      untyped({ grafana: { ...grafana, port: '127.0.0.1:9090' } }),
      ['stack/port-clash grafana.port'],
    ],
    [
      'one port on two addresses',
      untyped({
        prometheus: { ...prometheus, port: '127.0.0.1:9090' },
        grafana: { ...grafana, port: '127.0.0.2:9090' },
      }),
      [],
    ],
    [
      'the port of a container',
      untyped({ compose: { services: { api: { image: 'api', ports: ['9090:80'] } } } }),
      ['stack/port-clash compose.services.api.ports.0'],
    ],
    [
      'the same port inside a container',
      untyped({ compose: { services: { api: { image: 'api', ports: ['8080:9090'] } } } }),
      [],
    ],
    [
      'one port for Grafana and Loki',
      untyped({ loki: { version: '3.4.2', retention: '30d', port: 3000 } }),
      ['stack/port-clash loki.port'],
    ],
    [
      'a service that the stack has already',
      untyped({
        loki: { version: '3.4.2', retention: '30d' },
        compose: { services: { loki: { image: 'grafana/loki' } } },
      }),
      ['stack/duplicate-service compose.services.loki'],
    ],
    [
      'a service that the stack could have',
      untyped({ compose: { services: { loki: { image: 'grafana/loki' } } } }),
      [],
    ],
    [
      'a service without an image',
      untyped({ compose: { services: { api: {} } } }),
      ['stack/invalid compose.services.api'],
    ],
    [
      'a service with an image and a folder to build one from',
      untyped({ compose: { services: { api: { image: 'api', build: './api' } } } }),
      ['stack/invalid compose.services.api'],
    ],
    [
      'a service whose image is built',
      untyped({ compose: { services: { api: { build: './api' } } } }),
      [],
    ],
    [
      'ports that nothing publishes',
      untyped({ compose: undefined, grafana: { ...grafana, port: 9090 } }),
      [],
    ],
    [
      'an unknown service',
      untyped({ compose: { services: { api: { image: 'api', dependsOn: ['postgres'] } } } }),
      ['stack/unknown-service compose.services.api.dependsOn'],
    ],
    [
      'a known service',
      untyped({ compose: { services: { api: { image: 'api', dependsOn: ['prometheus'] } } } }),
      [],
    ],

    [
      'one uid twice',
      untyped({ datasources: [datasource, { ...loki, uid: 'prom' }] }),
      ['stack/duplicate-datasource datasources.1.uid'],
    ],
    [
      'one name twice',
      untyped({ datasources: [datasource, { ...loki, name: 'Prometheus' }] }),
      ['stack/duplicate-datasource datasources.1.name'],
    ],
    [
      'two defaults',
      untyped({
        datasources: [
          { ...datasource, default: true },
          { ...loki, default: true },
        ],
      }),
      ['stack/two-defaults datasources'],
    ],
    [
      'a link to no datasource',
      untyped({
        datasources: [
          datasource,
          { ...loki, jsonData: { derivedFields: [{ datasourceUid: 'tempo' }] } },
        ],
      }),
      ['stack/unknown-datasource datasources.1.jsonData'],
    ],
    [
      'an Alertmanager that is no datasource',
      untyped({ datasources: [{ ...datasource, jsonData: { alertmanagerUid: 'am' } }] }),
      ['stack/unknown-datasource datasources.0.jsonData'],
    ],
    [
      'a link to a datasource',
      untyped({
        datasources: [
          datasource,
          { ...loki, jsonData: { derivedFields: [{ datasourceUid: 'prom' }] } },
        ],
      }),
      [],
    ],

    [
      'rules far from the configuration',
      untyped({ prometheus: { ...prometheus, rulesFile: 'rules/{group}.yml' } }),
      ['stack/outside-folder prometheus.rulesFile'],
    ],
    [
      'rules far from the configuration of an agent',
      untyped({
        prometheus: {
          ...prometheus,
          agent: true,
          rulesFile: 'rules/{group}.yml',
          remoteWrite: [{ url: 'https://push' }],
        },
      }),
      [],
    ],
    [
      'many rule files beside the configuration',
      untyped({ prometheus: { ...prometheus, rulesFile: 'prometheus/{group}.yml' } }),
      ['stack/outside-folder prometheus.rulesFile'],
    ],
    [
      'one rule file beside the configuration',
      untyped({ prometheus: { ...prometheus, rulesFile: 'prometheus/alerts.yml' } }),
      [],
    ],
    [
      'a configuration that the image cannot hold',
      untyped({ prometheus: { ...prometheus, dockerfile: 'images/prometheus/Dockerfile' } }),
      ['stack/outside-folder prometheus.configFile'],
    ],
    [
      'dashboards that the image cannot hold',
      untyped({
        grafana: { ...grafana, dockerfile: 'grafana/Dockerfile', dashboardsPath: 'dashboards' },
      }),
      ['stack/outside-folder grafana.dashboardsPath'],
    ],
    [
      'dashboards that the image can hold',
      untyped({ grafana: { ...grafana, dockerfile: 'Dockerfile', dashboardsPath: 'dashboards' } }),
      [],
    ],
  ])('%s', (_, spec, expected) => {
    expect(summaries(spec)).toEqual(expected);
  });

  it.each<[string, StackSpec, string]>([
    [
      'a mistyped variable',
      untyped({
        jobs: { api: { targets: ['${API_TARGT}'] } },
        environment: { API_TARGET: { help } },
      }),
      'did you mean `${API_TARGET}`?',
    ],
    [
      'a new variable',
      untyped({ jobs: { api: { targets: ['${API_TARGET}'] } } }),
      "declare it: `environment: { API_TARGET: { help: '…' } }`",
    ],
    [
      'a taken port',
      untyped({ grafana: { ...grafana, port: 9090 } }),
      'publish `grafana` on another port, such as 9091',
    ],
    [
      'rules far from the configuration',
      untyped({ prometheus: { ...prometheus, rulesFile: 'alerts.yml' } }),
      'write `prometheus/alerts.yml`',
    ],
  ])('hint for %s', (_, spec, hint) => {
    expect(validateStack(defineStack(spec))[0]?.hint).toBe(hint);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'the stack is missing'],
    ['another type', 'shop', 'the stack has to be of type `object`'],
    [
      'a setting of another type',
      { ...defineStack(GOOD), title: 1 },
      '`title` has to be of type `string`',
    ],
    ['a missing part', { ...defineStack(GOOD), grafana: undefined }, '`grafana` is missing'],
    [
      'an unknown key',
      { ...defineStack(GOOD), grafanna: {} },
      'the stack has no setting `grafanna`',
    ],
  ])('message for %s', (_, stack, message) => {
    expect(validateStack(stack).map((problem) => problem.message)).toContain(message);
  });
});
