import type { HostPort, Stack } from '../../catalog/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Containers that a stack has a setting of its own for; these publish a port where it says so. */
const PUBLISHING = ['prometheus', 'grafana', 'alertmanager', 'loki', 'alloy'] as const;
const OWN = [...PUBLISHING, 'promtail'] as const;

/** Containers that could not be started together. */
export function serviceProblems(stack: Stack): readonly StackProblem[] {
  if (stack.compose === undefined) return [];
  const { services } = stack.compose;
  const own: readonly string[] = OWN.filter((name) => stack[name] !== undefined);
  const further = Object.keys(services);
  const names = [...own, ...further];
  const published = publishedPorts(stack);
  return [
    ...published.flatMap((port, index) =>
      published
        .slice(0, index)
        .filter((earlier) => clash(earlier, port))
        .map((earlier) => portClash(earlier, port)),
    ),
    ...further.filter((name) => own.includes(name)).map(twice),
    ...Object.entries(services).flatMap(([name, { dependsOn = [] }]) =>
      dependsOn
        .filter((other) => !names.includes(other))
        .map((other) => unknownService(name, other, names)),
    ),
  ];
}

interface PublishedPort {
  readonly service: string;
  readonly address: string;
  readonly port: string;
  readonly path: readonly string[];
}

const EVERYWHERE = '0.0.0.0';

function publishedPorts(stack: Stack): readonly PublishedPort[] {
  return [
    ...PUBLISHING.flatMap((name) => hostPort(name, stack[name]?.port, [name, 'port'])),
    ...Object.entries(stack.compose?.services ?? {}).flatMap(([service, { ports = [] }]) =>
      ports.flatMap((mapping, index) =>
        // The container's port is the last part.
        hostPort(service, mapping.slice(0, mapping.lastIndexOf(':')) as HostPort, [
          'compose',
          'services',
          service,
          'ports',
          String(index),
        ]),
      ),
    ),
  ];
}

function hostPort(
  service: string,
  port: HostPort | undefined,
  path: readonly string[],
): readonly PublishedPort[] {
  if (port === undefined) return [];
  const parts = String(port).split(':');
  return [
    {
      service,
      address: parts.slice(0, -1).join(':') || EVERYWHERE,
      port: parts.at(-1) ?? '',
      path,
    },
  ];
}

function clash(a: PublishedPort, b: PublishedPort): boolean {
  const overlap = a.address === b.address || [a.address, b.address].includes(EVERYWHERE);
  return a.port === b.port && overlap;
}

function portClash(earlier: PublishedPort, later: PublishedPort): StackProblem {
  return {
    code: 'stack/port-clash',
    severity: 'error',
    message: `\`${earlier.service}\` and \`${later.service}\` both publish port ${later.port} of the host`,
    hint: `publish \`${later.service}\` on another port, such as ${Number(later.port) + 1}`,
    path: later.path,
  };
}

function twice(name: string): StackProblem {
  return {
    code: 'stack/duplicate-service',
    severity: 'error',
    message: `\`${name}\` is a service of the stack already, through its setting \`${name}\``,
    hint: `remove one of the two`,
    path: ['compose', 'services', name],
  };
}

function unknownService(name: string, other: string, known: readonly string[]): StackProblem {
  return {
    code: 'stack/unknown-service',
    severity: 'error',
    message: `\`${name}\` depends on \`${other}\`, which is no service of this stack`,
    hint: `the stack has ${known.map((service) => `\`${service}\``).join(', ')}`,
    path: ['compose', 'services', name, 'dependsOn'],
  };
}
