import type { Stack } from '../../catalog/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Datasources that Grafana would refuse, or that refer to one which is not there. */
export function datasourceProblems({ datasources }: Stack): readonly StackProblem[] {
  const defaults = datasources.filter((datasource) => datasource.default);
  return [
    ...datasources.flatMap(({ uid, name }, index) => {
      const earlier = datasources.slice(0, index);
      return [
        ...(earlier.some((other) => other.uid === uid) ? [duplicate('uid', uid, index)] : []),
        ...(earlier.some((other) => other.name === name) ? [duplicate('name', name, index)] : []),
      ];
    }),
    ...(defaults.length > 1 ? [twoDefaults(defaults.map(({ uid }) => uid))] : []),
    ...datasources.flatMap(({ jsonData = {} }, index) =>
      [...referencesIn(jsonData)]
        .filter((uid) => !datasources.some((other) => other.uid === uid))
        .map((uid) =>
          unknown(
            uid,
            index,
            datasources.map((other) => other.uid),
          ),
        ),
    ),
  ];
}

/** Plugins link to each other by uid: a trace to its logs, a log line to its trace, rules to who is told. */
function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (/^(datasource|alertmanager)Uid$/.test(key) && typeof inner === 'string') yield inner;
    else yield* referencesIn(inner);
  }
}

function duplicate(key: 'uid' | 'name', value: string, index: number): StackProblem {
  return {
    code: 'stack/duplicate-datasource',
    severity: 'error',
    message: `\`${value}\` is the ${key} of two datasources, and Grafana keeps the last one`,
    path: ['datasources', String(index), key],
  };
}

function twoDefaults(uids: readonly string[]): StackProblem {
  return {
    code: 'stack/two-defaults',
    severity: 'error',
    message: `${uids.map((uid) => `\`${uid}\``).join(' and ')} are both the default datasource, and Grafana refuses to start with two`,
    hint: 'keep `default: true` on one',
    path: ['datasources'],
  };
}

function unknown(uid: string, index: number, known: readonly string[]): StackProblem {
  return {
    code: 'stack/unknown-datasource',
    severity: 'error',
    message: `\`${uid}\` is the uid of no datasource of this stack`,
    hint: `the stack has ${known.map((other) => `\`${other}\``).join(', ')}`,
    path: ['datasources', String(index), 'jsonData'],
  };
}
