import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { run as analyze } from '../../lib/analyze/index.ts';
import { Output } from '../../lib/cli/output/index.ts';
import { type Artifact, emitSystem } from '../../lib/emit/index.ts';
import { validateDashboard } from '../../lib/emit/schema/index.ts';
import * as authoring from '../../lib/index.ts';
import { load } from '../../lib/load/index.ts';
import type { Project } from '../../lib/model/index.ts';
import { generateProject } from './generate-project.ts';

/**
 * Milliseconds of one build, cold, by phase; and of the floor: the same bytes stringified and written, each file straight
 * to its place. Nothing is flushed to the disk, here or there.
 */
export interface Measured {
  readonly dashboards: number;
  /** Finding, reading, transpiling and evaluating the content files. */
  readonly load: number;
  /** The part of it that SWC takes. */
  readonly transpile: number;
  readonly analyze: number;
  readonly emit: number;
  /** Of `emit`, what comparing the dashboards with their schema takes; measured once more, when the code is warm. */
  readonly validate: number;
  readonly write: number;
  readonly floor: number;
  /** The part of it that is making the text. */
  readonly stringify: number;
  readonly bytes: number;
  /** Most memory that the process had after the build, in bytes. */
  readonly peak: number;
}

/** One build and its floor, in a process of its own. */
function measure(dashboards: number): Measured {
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  try {
    generateProject(root, dashboards);
    const build = measureBuild(root);
    const peak = process.resourceUsage().maxRSS * 1024;
    return { dashboards, ...build, ...measureFloor(root), peak };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function measureBuild(root: string) {
  const transpiler = new Transpiler();
  const started = performance.now();
  const { value: project, diagnostics } = load({
    root,
    authoring: { file: '', exports: authoring },
  });
  const loaded = performance.now();
  const found = [...diagnostics, ...analyze(project)];
  const analyzed = performance.now();
  const output = new Output(path.join(root, 'build'), false, String);
  const emission = new Emission(project);
  for (const { name } of project.systems) output.replace(name, emission.of(name));
  output.commit();
  output.close();
  const ended = performance.now();
  for (const { code, message } of [...found, ...output.diagnostics])
    throw new Error(`${code}: ${message}`);
  return {
    load: loaded - started,
    transpile: transpiler.milliseconds,
    analyze: analyzed - loaded,
    emit: emission.milliseconds,
    write: ended - analyzed - emission.milliseconds,
  };
}

interface Swc {
  transformSync(...args: unknown[]): unknown;
}

/** SWC, with the time that it took. */
class Transpiler {
  milliseconds = 0;

  constructor() {
    const swc = createRequire(__filename)('@swc/core') as Swc;
    const { transformSync } = swc;
    swc.transformSync = (...args) => {
      const before = performance.now();
      const made = transformSync(...args);
      this.milliseconds += performance.now() - before;
      return made;
    };
  }
}

/** The artifacts of a project, and the time that making them took: they are written in between. */
class Emission {
  milliseconds = 0;
  readonly #project: Project;

  constructor(project: Project) {
    this.#project = project;
  }

  *of(name: string): Generator<Artifact> {
    for (const system of this.#project.systems.filter((each) => each.name === name)) {
      const results = emitSystem(system, this.#project);
      for (;;) {
        const before = performance.now();
        const next = results.next();
        this.milliseconds += performance.now() - before;
        if (next.done === true) break;
        yield* next.value.value;
      }
    }
  }
}

/** What was written, parsed, is stringified and written once more, to another folder. */
function measureFloor(root: string) {
  const files = readdirSync(path.join(root, 'build'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const parsed = files.map((file) => {
    const text = readFileSync(file, 'utf8');
    const to = file.replace(path.join(root, 'build'), path.join(root, 'floor'));
    mkdirSync(path.dirname(to), { recursive: true });
    return { to, value: file.endsWith('.json') ? (JSON.parse(text) as unknown) : text };
  });
  const before = performance.now();
  let bytes = 0;
  let stringify = 0;
  for (const { to, value } of parsed) {
    const started = performance.now();
    const text = typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`;
    stringify += performance.now() - started;
    bytes += text.length;
    writeFileSync(to, text);
  }
  const floor = performance.now() - before;
  const dashboards = parsed.filter(({ to }) => path.basename(path.dirname(to)) === 'dashboards');
  const validating = performance.now();
  for (const { value } of dashboards) validateDashboard(value);
  return { floor, stringify, bytes, validate: performance.now() - validating };
}

process.stdout.write(JSON.stringify(measure(Number(process.argv[2]))));
