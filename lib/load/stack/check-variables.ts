import { environmentIn, type Stack } from '../../catalog/index.ts';
import { closeTo } from './did-you-mean.ts';
import type { StackProblem } from './stack-problem.ts';

/** Variables that are mentioned and not declared, declared and not mentioned, or mentioned where nothing expands them. */
export function variableProblems(stack: Stack): readonly StackProblem[] {
  const declared = Object.keys(stack.environment);
  const mentions = [...mentionsIn({ ...stack, environment: {} }, [])];
  const mentioned = new Set(mentions.map(({ name }) => name));
  return [
    ...mentions
      .filter(({ name }) => !declared.includes(name))
      .map(({ name, path }) => unknownVariable(name, path, declared)),
    ...mentions.filter(({ path }) => !isExpanded(path)).map(unexpanded),
    ...declared.filter((name) => !mentioned.has(name)).map(unusedVariable),
  ];
}

interface Mention {
  readonly name: string;
  readonly path: readonly string[];
}

function* mentionsIn(value: unknown, path: readonly string[]): Generator<Mention> {
  if (typeof value === 'string') {
    const names = path.at(-1) === 'when' ? [value] : environmentIn(value);
    yield* names.map((name) => ({ name, path }));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* mentionsIn(inner, [...path, key]);
  }
}

/** The settings whose variables somebody fills in: Compose, an entrypoint, Grafana or Alloy. */
const EXPANDED = [
  ['alertmanager', 'flags'],
  ['alertmanager', 'receivers'],
  ['compose', 'services'],
  ['datasources'],
  ['grafana', 'environment'],
  ['jobs'],
  ['prometheus', 'externalLabels'],
  ['prometheus', 'flags'],
  ['prometheus', 'remoteWrite'],
  ['promtail', 'volumes'],
];

function isExpanded(path: readonly string[]): boolean {
  return EXPANDED.some((keys) => keys.every((key, index) => path[index] === key));
}

function unexpanded({ name, path }: Mention): StackProblem {
  return {
    code: 'stack/unexpanded-variable',
    severity: 'error',
    message: `nothing expands \`\${${name}}\` in \`${path.join('.')}\`, so that it would be taken for a text`,
    hint: 'write the value in its place',
    path,
  };
}

function unknownVariable(
  name: string,
  path: readonly string[],
  declared: readonly string[],
): StackProblem {
  const near = closeTo(name, declared);
  const hint =
    near === undefined
      ? `declare it: \`environment: { ${name}: { help: '…' } }\``
      : `did you mean \`\${${near}}\`?`;
  return {
    code: 'stack/unknown-variable',
    severity: 'error',
    message: `\`\${${name}}\` is not declared, so that nobody would know to set it`,
    hint,
    path,
  };
}

function unusedVariable(name: string): StackProblem {
  return {
    code: 'stack/unused-variable',
    severity: 'warning',
    message: `\`${name}\` is declared, but no text of the stack mentions \`\${${name}}\``,
    hint: `remove \`${name}\` from \`environment\``,
    path: ['environment', name],
  };
}
