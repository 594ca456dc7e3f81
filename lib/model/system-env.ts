import { type Env, envOf, inferRecorded } from '../promql/index.ts';
import type { System } from './project.ts';

/** What is known of the metrics and recording rules of a system. One for each, so that stages find the same series. */
export function systemEnv(system: System): Env {
  let env = known.get(system);
  if (env === undefined) known.set(system, (env = compute(system)));
  return env;
}

const known = new WeakMap<System, Env>();

function compute({ metrics, groups, foreign }: System): Env {
  const rules = groups.flatMap(({ value }) => value.rules);
  const recorded = rules.filter((rule) => rule.kind === 'record');
  const declared = envOf(metrics, { open: foreign?.open === true });
  return inferRecorded(recorded, inferRecorded(foreign?.recorded ?? [], declared));
}
