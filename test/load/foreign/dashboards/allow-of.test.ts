import { expect, it } from 'vitest';

import { allowOf } from '../../../../lib/load/foreign/dashboards/allow-of.ts';

const allow = (code: string, reason: string, until: string) => ({ code, reason, until });

it.each([
  { name: 'nothing', description: undefined, is: undefined },
  { name: 'a text', description: 'What dashc:allows is no exception.', is: undefined },
  {
    name: 'a line of its own',
    description: 'Jobs that wait.\n\ndashc:allow a/b -- it is known until 2027-01-01\n\nAsk us.',
    is: [allow('a/b', 'it is known', '2027-01-01')],
  },
  {
    name: 'line ends of Windows, and several',
    description:
      'dashc:allow a/b -- one until 2027-01-01\r\ndashc:allow c/d -- until it ends until 2028-01-01',
    is: [allow('a/b', 'one', '2027-01-01'), allow('c/d', 'until it ends', '2028-01-01')],
  },
  {
    name: 'what is missing',
    description: 'dashc:allow a/b',
    is: [allow('a/b', '', '')],
  },
])('reads $name', ({ description, is }) => {
  expect(allowOf({ description }).allow).toEqual(is);
});
