import { expect, it } from 'vitest';

import { StackPlaces } from '../../lib/load/stack-places.ts';
import { type Files, projectFolder } from './project-folder.ts';

const STACK = `import { defineStack } from 'dashc';

import { routes as children } from './routes.ts';

const shared = { groupBy: ['job'], receiver: 'all' } as const;

export const stack = defineStack({
  name: 'shop',
  alertmanager: {
    receivers: { 'on-call': { slack: {} } },
    route: { ...shared, routes: children },
    inhibit: [
      { source: { severity: 'critical' }, target: { severity: 'warning' } },
    ],
  },
  prometheus,
});
`;

const ROUTES = `export const routes = [
  { match: { severity: 'critical' }, receiver: 'on-call' },
  {
    match: { severity: 'warning' },
    receiver: 'all',
  },
] satisfies readonly object[];
`;

function placeOf(keys: readonly string[], files: Files = {}) {
  const root = projectFolder({
    'systems/shop/stack.ts': STACK,
    'systems/shop/routes.ts': ROUTES,
    ...files,
  });
  const { file, line, column } = new StackPlaces(root, 'shop').whereOf(keys);
  return `${file.replace('systems/shop/', '')}:${line}:${column}`;
}

it.each([
  { name: 'an entry', keys: ['name'], is: 'stack.ts:8:3' },
  { name: 'a quoted entry', keys: ['alertmanager', 'receivers', 'on-call'], is: 'stack.ts:10:18' },
  { name: 'an element of a list', keys: ['alertmanager', 'inhibit', '0'], is: 'stack.ts:13:7' },
  {
    name: 'an entry that was spread',
    keys: ['alertmanager', 'route', 'groupBy'],
    is: 'stack.ts:5:18',
  },
  {
    name: 'an element of a list in another file',
    keys: ['alertmanager', 'route', 'routes', '1'],
    is: 'routes.ts:3:3',
  },
  {
    name: 'an entry in another file',
    keys: ['alertmanager', 'route', 'routes', '1', 'receiver'],
    is: 'routes.ts:5:5',
  },
  {
    name: 'the nearest around what is not there',
    keys: ['alertmanager', 'route', 'routes', '9'],
    is: 'stack.ts:11:25',
  },
  { name: 'a name that nobody declares', keys: ['prometheus', 'version'], is: 'stack.ts:16:3' },
  { name: 'nothing', keys: ['loki'], is: 'stack.ts:undefined:undefined' },
])('finds $name', ({ keys, is }) => {
  expect(placeOf(keys)).toBe(is);
});

it.each([
  { name: 'no stack', text: 'export const stack = 1;\n' },
  { name: 'names in a circle', text: 'const a = b;\nconst b = a;\ndefineStack(a);\n' },
  { name: 'no TypeScript', text: 'defineStack({ name: \n' },
])('does without $name', ({ text }) => {
  expect(placeOf(['loki'], { 'systems/shop/stack.ts': text })).toBe('stack.ts:undefined:undefined');
});
