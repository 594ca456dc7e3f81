import type { Alertmanager, RootRoute, Route, Stack } from '../../catalog/index.ts';
import { regexProblem, toMatchers } from '../../promql/index.ts';
import { didYouMean } from './did-you-mean.ts';
import { shadowOf } from './shadowed-route.ts';
import type { StackProblem } from './stack-problem.ts';

/** Routes that lead nowhere, or that no alert ever comes to. */
export function alertmanagerProblems({ alertmanager }: Stack): readonly StackProblem[] {
  if (alertmanager === undefined) return [];
  const known = Object.keys(alertmanager.receivers);
  const routes = [...routesBelow(alertmanager.route, ['alertmanager', 'route'])];
  return [
    ...routes.flatMap(({ receiver, path }) =>
      receiver === undefined || known.includes(receiver)
        ? []
        : [unknownReceiver(receiver, known, path)],
    ),
    ...known
      .filter((name) => !routes.some(({ receiver }) => receiver === name))
      .map(unusedReceiver),
    ...routes.flatMap(({ siblings, path }) =>
      siblings.flatMap((route, index) => {
        const shadow = shadowOf(route, siblings.slice(0, index));
        const here = [...path, 'routes', String(index)];
        return shadow === undefined ? [] : [shadowed(route, shadow, here)];
      }),
    ),
    ...regexProblems(alertmanager),
  ];
}

interface PlacedRoute {
  readonly receiver: string | undefined;
  /** The routes right below it. */
  readonly siblings: readonly Route[];
  readonly path: readonly string[];
}

/** The route itself, and all below it. */
function* routesBelow(
  { receiver, routes = [] }: RootRoute | Route,
  path: readonly string[],
): Generator<PlacedRoute> {
  yield { receiver, siblings: routes, path };
  for (const [index, route] of routes.entries()) {
    yield* routesBelow(route, [...path, 'routes', String(index)]);
  }
}

function unknownReceiver(
  name: string,
  known: readonly string[],
  path: readonly string[],
): StackProblem {
  return {
    code: 'alertmanager/unknown-receiver',
    severity: 'error',
    message: `\`${name}\` is no receiver, and Alertmanager refuses to start`,
    ...didYouMean(name, known),
    path: [...path, 'receiver'],
  };
}

function unusedReceiver(name: string): StackProblem {
  return {
    code: 'alertmanager/unused-receiver',
    severity: 'warning',
    message: `\`${name}\` is the receiver of no route, so that it is never told anything`,
    hint: `add a route with \`receiver: '${name}'\`, or remove it`,
    path: ['alertmanager', 'receivers', name],
  };
}

function shadowed(route: Route, earlier: Route, path: readonly string[]): StackProblem {
  const to = (receiver: string | undefined) =>
    receiver === undefined ? 'a route' : `the route to \`${receiver}\``;
  return {
    code: 'alertmanager/shadowed-route',
    severity: 'error',
    message: `${to(route.receiver)} is never reached: ${to(earlier.receiver)} before it takes the same alerts and keeps them`,
    hint: 'write `continue: true` on the earlier one',
    path,
  };
}

function regexProblems({ route, inhibit = [] }: Alertmanager): readonly StackProblem[] {
  const ofRoutes = [...routesBelow(route, ['alertmanager', 'route'])].flatMap(
    ({ siblings, path }) =>
      siblings.map(({ match }, index) => ({ match, path: [...path, 'routes', String(index)] })),
  );
  const ofInhibits = inhibit.flatMap(({ source, target }, index) =>
    [source, target].map((match) => ({ match, path: ['alertmanager', 'inhibit', String(index)] })),
  );
  return [...ofRoutes, ...ofInhibits].flatMap(({ match, path }) =>
    toMatchers(match).flatMap(({ label, op, value }): StackProblem[] => {
      const reason = op === '=~' || op === '!~' ? regexProblem(value) : undefined;
      if (reason === undefined) return [];
      return [
        {
          code: 'alertmanager/invalid-regex',
          severity: 'error',
          message: `\`${value}\` for \`${label}\` is no RE2 expression: ${reason}`,
          path,
        },
      ];
    }),
  );
}
