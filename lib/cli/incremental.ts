import { type Diagnostic, invariant } from '../diagnostics/index.ts';
import type { LoadResult } from '../load/index.ts';
import { checkAcross, type DashboardFace, facesOf, type System } from '../model/index.ts';
import type { BuildCache, KnownSystem, SystemRecord } from './cache/index.ts';
import { compileSystem, type Sink } from './compile-system.ts';

/** What did not change, and what was loaded because it did. */
export interface Changed {
  readonly known: ReadonlyMap<string, KnownSystem>;
  readonly loaded: LoadResult;
}

/**
 * Loads what is not known, and what has a problem with another system: the place of that is in the sources.
 *
 * @param names of the systems that are asked for
 * @param load loads them, without those that are named
 */
export function loadChanged(
  names: readonly string[],
  cache: BuildCache | undefined,
  load: (except: ReadonlySet<string>) => LoadResult,
): Changed {
  const known = new Map<string, KnownSystem>();
  for (const name of names) {
    const found = cache?.find(name);
    if (found !== undefined) known.set(name, found);
  }
  const loaded = load(new Set(known.keys()));
  if (known.size === 0 || loaded.diagnostics.length > 0) return { known, loaded };
  const changed = loaded.value.systems.map((system) => {
    return { name: system.name, faces: facesOf(system) };
  });
  const wrong = problemsAcross([...[...known.values()].map(({ record }) => record), ...changed])
    .map(({ of }) => of.system)
    .filter((name) => known.delete(name));
  return { known, loaded: wrong.length === 0 ? loaded : load(new Set(known.keys())) };
}

/** What is wrong between systems, in whatever order they are given. */
export function problemsAcross(systems: readonly Pick<SystemRecord, 'name' | 'faces'>[]): {
  readonly of: DashboardFace & { readonly system: string };
  readonly problem: Diagnostic;
}[] {
  const sorted = [...systems].sort((a, b) => (a.name < b.name ? -1 : 1));
  return checkAcross(
    sorted.flatMap(({ name, faces }) => faces.map((face) => ({ ...face, system: name }))),
  );
}

export interface Making {
  readonly cache: BuildCache | undefined;
  readonly sink: Sink;
  /** Loads one system, to make a stored text anew that was damaged. */
  readonly reload: (name: string) => LoadResult;
}

/** All systems, sorted by name: what is known is taken, the others are compiled. */
export function compileChanged({ known, loaded }: Changed, making: Making): SystemRecord[] {
  const { sink, reload } = making;
  const changed = new Map(loaded.value.systems.map((system) => [system.name, system]));
  return [...known.keys(), ...changed.keys()].sort().flatMap((name) => {
    const old = known.get(name);
    const system = changed.get(name);
    if (system !== undefined) return [compileKept(system, loaded, making)];
    if (old === undefined) return [];
    sink(
      name,
      old.artifacts((path) => textOf(reload(name), path)),
    );
    return [old.record];
  });
}

/** Compiles a system, and keeps what comes of it. */
function compileKept(
  system: System,
  { sources }: LoadResult,
  { cache, sink }: Making,
): SystemRecord {
  const made = sources.get(system.name);
  if (cache === undefined || made === undefined)
    return compileSystem(system, made?.files ?? [], sink);
  const writer = cache.start(system.name);
  try {
    const record = compileSystem(system, made.files, sink, (artifact) => writer.add(artifact));
    cache.finish(writer, record, made);
    return record;
  } catch (error) {
    writer.abandon();
    throw error;
  }
}

function textOf({ value, diagnostics }: LoadResult, path: string): string {
  const [system] = value.systems;
  let text: string | undefined;
  if (system !== undefined && diagnostics.length === 0) {
    compileSystem(system, [], (_name, artifacts) => {
      for (const artifact of artifacts) if (artifact.path === path) text = artifact.text;
    });
  }
  invariant(text !== undefined, `\`${path}\` was made of the same sources before`);
  return text;
}
