import { ALERTMANAGER_FUNCTIONS } from './alertmanager-functions.ts';
import { BUILTIN_FUNCTIONS } from './builtin-functions.ts';
import type { FunctionSpec } from './function-spec.ts';
import { PROMETHEUS_FUNCTIONS } from './prometheus-functions.ts';
import { labelsOf, STRING, type Type } from './type.ts';

/** Whose template: an annotation or label of a Prometheus alert, or a notification of Alertmanager. */
export type Dialect = 'prometheus' | 'alertmanager';

interface DialectSpec {
  /** What `.` is at first, and `$` everywhere. */
  readonly data: Type;
  /** Declared before the template starts; with their `$`. */
  readonly variables: Readonly<Record<string, Type>>;
  readonly functions: Readonly<Record<string, FunctionSpec>>;
}

export const DIALECTS: Readonly<Record<Dialect, DialectSpec>> = {
  prometheus: {
    data: { kind: 'struct', name: 'prometheus' },
    variables: {
      $labels: labelsOf('alert'),
      $externalLabels: labelsOf('external'),
      $externalURL: STRING,
      $value: { kind: 'value' },
    },
    functions: { ...BUILTIN_FUNCTIONS, ...PROMETHEUS_FUNCTIONS },
  },
  alertmanager: {
    data: { kind: 'struct', name: 'alertmanager' },
    variables: {},
    functions: { ...BUILTIN_FUNCTIONS, ...ALERTMANAGER_FUNCTIONS },
  },
};

/** A function by its name, in a dialect. */
export function functionSpec(dialect: Dialect, name: string): FunctionSpec | undefined {
  const { functions } = DIALECTS[dialect];
  return Object.hasOwn(functions, name) ? functions[name] : undefined;
}
