import type { Stack } from '../../catalog/index.ts';
import type { Kept } from '../import-plan.ts';
import type { Handles } from '../promql/index.ts';
import { call, type Code, json, name } from '../source/index.ts';
import { isRaw, type Raw } from './readers.ts';

/** A variable of the dashboard that the source has a constant for. */
export interface DeclaredVariable {
  readonly name: string;
  /** Of its constant. */
  readonly constant: string;
  readonly type: string;
  /** Of a datasource variable. */
  readonly plugin?: string;
}

/** What is known while the parts of a dashboard are read. */
export interface Context {
  readonly handles: Handles;
  readonly stack: Stack;
  readonly variables: ReadonlyMap<string, DeclaredVariable>;
  /** Notes what is kept as data or as text. */
  keep(kept: Kept): void;
}

/** How many of the expressions became typed calls. */
export interface Tally {
  expressions: number;
  typedExpressions: number;
}

/** A datasource as `.datasource()` takes it; `undefined` where it says more than that. */
export function datasourceCode(ref: Raw[string] | undefined, context: Context): Code | undefined {
  if (ref === undefined) return json('default');
  if (!isRaw(ref)) return undefined;
  const { type, uid, ...rest } = ref;
  if (typeof uid !== 'string' || Object.keys(rest).length > 0) return undefined;
  if (type !== undefined && typeof type !== 'string') return undefined;
  const variable = context.variables.get(/^\$\{(\w+)\}$/.exec(uid)?.[1] ?? '');
  if (variable?.type === 'datasource' && variable.plugin === type) return name(variable.constant);
  const known = context.stack.datasources.find((each) => each.uid === uid && each.type === type);
  if (known !== undefined) return json({ type: known.type, uid });
  return call('namedDatasource', json(uid), ...(type === undefined ? [] : [json(type)]));
}

/** Whom a query of a type asks where nothing is said. */
export function isAssumed(
  ref: Raw[string] | undefined,
  type: 'prometheus' | 'loki',
  { variables, stack }: Context,
): boolean {
  if (!isRaw(ref) || Object.keys(ref).length !== 2 || ref.type !== type) return false;
  const variable = [...variables.values()].find(
    (each) => each.type === 'datasource' && each.plugin === type,
  );
  if (variable !== undefined) return ref.uid === `\${${variable.name}}`;
  const own = stack.datasources.filter((source) => source.type === type);
  return ref.uid === (own.find((source) => source.default) ?? own[0])?.uid;
}
