import { expect, it } from 'vitest';

import { fillVariables } from '../../../lib/prove/verify/fill-variables.ts';

const CHOSEN = new Map([
  ['job', { values: ['api', 'worker.1'], isRegex: true }],
  ['one', { values: ['a.b'], isRegex: true }],
  ['all', { values: ['x', 'y'], allValue: '.*', isRegex: true }],
  ['name', { values: ['a.b'], isRegex: false }],
  ['none', { values: [], isRegex: true }],
  ['quoted', { values: ['a"b\\c'], isRegex: true }],
  ['plain', { values: ['a\\b'], isRegex: false }],
]);

it.each([
  ['rate(x[$__rate_interval])', 'rate(x[1m])'],
  ['up{job=~"$job"}', 'up{job=~"(api|worker\\\\.1)"}'],
  ['up{job=~"${job:regex}"}', 'up{job=~"(api|worker\\\\.1)"}'],
  ['up{job=~"${job:pipe}"}', 'up{job=~"api|worker.1"}'],
  ['up{job=~"$one"}', 'up{job=~"a\\\\.b"}'],
  ['up{job=~"$all"}', 'up{job=~".*"}'],
  ['up{job="$name"}', 'up{job="a.b"}'],
  ['up{job="[[name]]"}', 'up{job="a.b"}'],
  ['up{job=~"$none"}', 'up{job=~""}'],
  ['up{job=~"$quoted"}', 'up{job=~"a\\"b\\\\\\\\c"}'],
  ['up{job="$plain"}', 'up{job="a\\\\b"}'],
  ['up{job="${job:csv}"}', 'up{job="api,worker.1"}'],
  // What is not declared stays as it is.
  [
    'label_replace(up, "a", "$1", "b", "(.*)") + $nobody',
    'label_replace(up, "a", "$1", "b", "(.*)") + $nobody',
  ],
])('%s', (text, expected) => {
  expect(fillVariables(text, { __rate_interval: '1m' }, CHOSEN)).toBe(expected);
});
