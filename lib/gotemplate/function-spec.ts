/** What a function of a template takes and gives. */
export interface FunctionSpec {
  /** In order; a pipe's value is the last one. */
  readonly params: readonly ParamType[];
  /** The last parameter may stand any number of times, or not at all. */
  readonly variadic?: true;
  readonly returns: ReturnType;
  /** The release of Prometheus or Alertmanager that brought it; absent for what was always there. */
  readonly since?: string;
}

/** `number` is converted: a float64, an int, a duration or a string that spells a number. */
export type ParamType =
  'any' | 'string' | 'number' | 'results' | 'sample' | 'strings' | 'list' | 'time';

export type ReturnType =
  | 'any'
  | 'bool'
  | 'int'
  | 'float'
  | 'string'
  | 'value'
  | 'results'
  | 'sample'
  | 'map'
  | 'strings'
  | 'list'
  | 'time'
  | 'duration';
