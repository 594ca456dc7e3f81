import { describe, expect, it } from 'vitest';

import {
  type AlertmanagerSpec,
  defineStack,
  type Environment,
} from '../../../lib/catalog/index.ts';
import { validateStack } from '../../../lib/load/stack/index.ts';

const REQUIRED: Environment = { KEY: { help: 'Key.', secret: true } };
const OPTIONAL: Environment = { KEY: { help: 'Key.', secret: true, optional: true } };

function problems(spec: Partial<AlertmanagerSpec>, environment: Environment = {}) {
  return validateStack(
    defineStack({
      name: 'shop',
      title: 'Shop',
      environment,
      prometheus: { version: '3.2.1' },
      jobs: {},
      datasources: [],
      grafana: { image: 'grafana/grafana:11.5.2', folder: 'Shop' },
      alertmanager: { version: '0.27.0', route: { receiver: 'team' }, receivers: {}, ...spec },
    }),
  );
}

function summaries(...given: Parameters<typeof problems>): readonly string[] {
  return problems(...given).map(
    ({ code, path }) => `${code} ${path.join('.').replace('alertmanager.', '')}`,
  );
}

describe('the routes of Alertmanager', () => {
  it.each<[string, Partial<AlertmanagerSpec>, readonly string[]]>([
    ['one receiver for all', { receivers: { team: {} } }, []],
    ['an unknown receiver', {}, ['alertmanager/unknown-receiver route.receiver']],
    [
      'an unknown receiver far below',
      {
        receivers: { team: {} },
        route: {
          receiver: 'team',
          routes: [{ match: { a: '1' }, routes: [{ match: { b: '1' }, receiver: 'boss' }] }],
        },
      },
      ['alertmanager/unknown-receiver route.routes.0.routes.0.receiver'],
    ],
    [
      'a receiver that no route has',
      { receivers: { team: {}, boss: {} } },
      ['alertmanager/unused-receiver receivers.boss'],
    ],
    [
      'a receiver that only a route far below has',
      {
        receivers: { team: {}, boss: {} },
        route: {
          receiver: 'team',
          routes: [{ match: { a: '1' }, routes: [{ match: { b: '1' }, receiver: 'boss' }] }],
        },
      },
      [],
    ],
    [
      'two routes for one severity',
      {
        receivers: { team: {}, boss: {} },
        route: {
          receiver: 'team',
          routes: [
            { match: { severity: 'critical' }, receiver: 'team' },
            { match: { severity: 'critical' }, receiver: 'boss' },
          ],
        },
      },
      ['alertmanager/shadowed-route route.routes.1'],
    ],
    [
      'two routes for one severity, and the first goes on',
      {
        receivers: { team: {}, boss: {} },
        route: {
          receiver: 'team',
          routes: [
            { match: { severity: 'critical' }, receiver: 'team', continue: true },
            { match: { severity: 'critical' }, receiver: 'boss' },
          ],
        },
      },
      [],
    ],
    [
      'a narrower route behind a wider one',
      {
        receivers: { team: {} },
        route: {
          receiver: 'team',
          routes: [
            { match: { severity: ['critical', 'warning'] } },
            { match: { severity: 'warning', team: 'a' } },
          ],
        },
      },
      ['alertmanager/shadowed-route route.routes.1'],
    ],
    [
      'a wider route behind a narrower one',
      {
        receivers: { team: {} },
        route: {
          receiver: 'team',
          routes: [
            { match: { severity: 'warning', team: 'a' } },
            { match: { severity: ['critical', 'warning'] } },
          ],
        },
      },
      [],
    ],
    [
      'the same regex twice',
      {
        receivers: { team: {} },
        route: {
          receiver: 'team',
          routes: [
            { match: { team: { op: '=~', values: ['a.*'] } } },
            { match: { team: { op: '=~', values: ['a.*'] } } },
          ],
        },
      },
      ['alertmanager/shadowed-route route.routes.1'],
    ],
    [
      'a regex and one of its values',
      {
        receivers: { team: {} },
        route: {
          receiver: 'team',
          routes: [{ match: { team: { op: '=~', values: ['a.*'] } } }, { match: { team: 'ab' } }],
        },
      },
      [],
    ],
    [
      'no RE2',
      {
        receivers: { team: {} },
        route: { receiver: 'team', routes: [{ match: { team: { op: '=~', values: ['(?=a)'] } } }] },
      },
      ['alertmanager/invalid-regex route.routes.0'],
    ],
    [
      'no RE2 in what silences',
      {
        receivers: { team: {} },
        inhibit: [{ source: { a: '1' }, target: { b: { op: '!~', values: ['('] } } }],
      },
      ['alertmanager/invalid-regex inhibit.0'],
    ],
    [
      'a bracket in a value that is no regex',
      {
        receivers: { team: {} },
        inhibit: [{ source: { a: '(' }, target: { b: { op: '!=', values: ['('] } } }],
      },
      [],
    ],
    [
      'a route that takes everything',
      { receivers: { team: {} }, route: { receiver: 'team', routes: [{ match: {} }] } },
      ['stack/invalid route.routes.0.match'],
    ],
    [
      'a label that cannot be',
      { receivers: { team: {} }, route: { receiver: 'team', routes: [{ match: { 'a-b': '1' } }] } },
      ['stack/invalid route.routes.0.match.a-b'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(summaries(spec)).toEqual(expected);
  });
});

describe('the secrets of Alertmanager', () => {
  it.each<[string, AlertmanagerSpec['receivers'][string], Environment, readonly string[]]>([
    ['a required variable', { slack: { apiUrl: '${KEY}', channel: '#a' } }, REQUIRED, []],
    [
      'a variable that may be empty',
      { slack: { apiUrl: '${KEY}', channel: '#a' } },
      OPTIONAL,
      ['alertmanager/receiver-without-secret receivers.team.slack.apiUrl'],
    ],
    [
      'a variable without which the channel is left out',
      { slack: { apiUrl: '${KEY}', channel: '#a', when: 'KEY' } },
      OPTIONAL,
      [],
    ],
    [
      'nothing',
      { pagerduty: { routingKey: '' } },
      {},
      ['alertmanager/receiver-without-secret receivers.team.pagerduty.routingKey'],
    ],
    [
      'the secret itself',
      { webhook: { url: 'https://sms.example.com', bearerToken: 'abc' } },
      {},
      ['alertmanager/open-secret receivers.team.webhook.bearerToken'],
    ],
    ['a URL that needs no secret', { webhook: { url: 'https://sms.example.com' } }, {}, []],
    [
      'a secret that everybody knows',
      {
        email: {
          to: 'a@example.com',
          from: 'b@example.com',
          smarthost: 'smtp:587',
          auth: { username: 'a', password: '${KEY}' },
        },
      },
      { KEY: { help: 'Key.', secret: true, default: 'admin' } },
      ['alertmanager/open-secret receivers.team.email.auth.password'],
    ],
    [
      'a mail server that asks for no password',
      { email: { to: 'a@example.com', from: 'b@example.com', smarthost: 'smtp:25' } },
      {},
      [],
    ],
    [
      'a variable that is declared nowhere',
      { webhook: { url: 'https://a', basicAuth: { username: 'a', password: '${KEY}' } } },
      {},
      ['stack/unknown-variable receivers.team.webhook.basicAuth.password'],
    ],
    [
      'a channel that Slack does not have',
      { slack: { apiUrl: '${KEY}', channel: 'alerts' } },
      REQUIRED,
      ['stack/invalid receivers.team.slack.channel'],
    ],
  ])('%s', (_, team, environment, expected) => {
    expect(summaries({ receivers: { team } }, environment)).toEqual(expected);
  });
});

describe('the texts of Alertmanager', () => {
  it.each<[string, string, readonly string[]]>([
    ['a text that is no template', 'Something is wrong.', []],
    ['a template', '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ end }}', []],
    [
      'a template without an end',
      '{{ range .Alerts }}{{ .Annotations.summary }}',
      ['alertmanager/invalid-template receivers.team.slack.text'],
    ],
    [
      'a field that an alert has not',
      '{{ range .Alerts }}{{ .Summary }}{{ end }}',
      ['alertmanager/invalid-template receivers.team.slack.text'],
    ],
    [
      "a function of Prometheus's templates",
      '{{ .Status | humanize }}',
      ['alertmanager/invalid-template receivers.team.slack.text'],
    ],
  ])('%s', (_, text, expected) => {
    const slack = { apiUrl: '${KEY}', channel: '#a', text };
    expect(summaries({ receivers: { team: { slack } } }, REQUIRED)).toEqual(expected);
  });

  it('are checked in files of their own too', () => {
    const templates = { shop: '{{ define "shop.text" }}Shop' };
    expect(summaries({ receivers: { team: {} }, templates })).toEqual([
      'alertmanager/invalid-template templates.shop',
    ]);
  });
});

describe('the hint', () => {
  it.each<[string, Parameters<typeof problems>, string]>([
    [
      'for a mistyped receiver',
      [{ receivers: { 'on-call': {} }, route: { receiver: 'oncall' } }],
      'did you mean `on-call`?',
    ],
    [
      'for a receiver of another name',
      [{ receivers: { boss: {}, team: {} }, route: { receiver: 'everybody' } }],
      'one of `boss`, `team`',
    ],
    [
      'for a shadowed route',
      [
        {
          receivers: { team: {} },
          route: { receiver: 'team', routes: [{ match: { a: '1' } }, { match: { a: '1' } }] },
        },
      ],
      'write `continue: true` on the earlier one',
    ],
    [
      'for a secret in the sources',
      [{ receivers: { team: { slack: { apiUrl: 'https://hooks', channel: '#a' } } } }],
      "name a variable: '${SLACK_API_URL}'",
    ],
    [
      'for a password in the sources',
      [
        {
          receivers: {
            team: {
              email: { to: 'a', from: 'b', smarthost: 'c', auth: { username: 'd', password: 'e' } },
            },
          },
        },
      ],
      "name a variable: '${EMAIL_PASSWORD}'",
    ],
    [
      'for a secret that may be empty',
      [{ receivers: { team: { pagerduty: { routingKey: '${KEY}' } } } }, OPTIONAL],
      "remove `optional` from `KEY`, or write `when: 'KEY'` beside it",
    ],
  ])('%s', (_, given, hint) => {
    expect(problems(...given)[0]?.hint).toBe(hint);
  });
});
