import { createInterface } from 'node:readline';

import type { Diagnostic } from '../../diagnostics/index.ts';
import { renderText } from '../../diagnostics/index.ts';
import {
  type Env,
  envOf,
  inferRecorded,
  OPEN_ENV,
  parse,
  print,
  skeleton,
  valueType,
} from '../../promql/index.ts';
import type { Command } from '../command.ts';
import { describeResult } from '../describe-result.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { UsageError } from '../usage-error.ts';

interface PromqlOptions {
  readonly jsonl?: true;
  readonly system?: string;
}

/** For people: one expression. For machines: many, a JSON object a line. */
export default {
  name: 'promql',
  define(command, io) {
    command
      .description('parse PromQL: its canonical form, its type, its labels and why, its mistakes')
      .argument('[expression]', 'what to parse; after `--` where it starts with a sign')
      .option('--system <name>', 'with the metrics and recording rules of one system')
      .option(
        '--jsonl',
        'read {"expr": …} from every line of the input, write {"expr", "ok", "type", "errors", "tree"}',
      );
    return () => {
      const { jsonl, system } = command.opts<PromqlOptions>();
      const [expression] = command.args;
      if (jsonl === true && expression === undefined) return parseLines(io);
      if (jsonl !== true && expression !== undefined) return parseOne(io, expression, system);
      throw new UsageError("give one expression, or --jsonl: dashc promql 'sum(up)'");
    };
  },
} satisfies Command;

async function parseOne(io: Io, text: string, system: string | undefined): Promise<ExitCode> {
  const { expr, errors } = parse(text);
  if (expr !== undefined && errors.length === 0) {
    const known = await knownOf(io, system);
    if ('problems' in known) {
      io.err(renderText(known.problems, io.color.err));
      return EXIT.findings.code;
    }
    io.out(`${print(expr)}\n${valueType(expr)}\n${describeResult(expr, known.env)}`);
    return EXIT.ok.code;
  }
  const found = errors.map(({ message, hint, span }): Diagnostic => ({
    code: 'promql/syntax',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    where: { file: '<argument>', path: [], source: { text, span } },
  }));
  io.err(renderText(found, io.color.err));
  return EXIT.findings.code;
}

/** Without a system anything may exist. */
async function knownOf(
  io: Io,
  name: string | undefined,
): Promise<{ readonly env: Env } | { readonly problems: readonly Diagnostic[] }> {
  if (name === undefined) return { env: OPEN_ENV };
  const root = projectRoot(io.cwd);
  checkSystem(root, name);
  const { loadProject } = await import('../compile.ts');
  const { value, diagnostics } = loadProject(root, name);
  const [system] = value.systems;
  if (system === undefined || diagnostics.length > 0) return { problems: diagnostics };
  const rules = system.groups.flatMap(({ value: group }) => group.rules);
  const recorded = rules.filter((rule) => rule.kind === 'record');
  return { env: inferRecorded(recorded, envOf(system.metrics)) };
}

/** One line out for each line in, in order; blank lines are skipped. What does not parse is a result, not a failure. */
async function parseLines(io: Io): Promise<ExitCode> {
  for await (const line of createInterface({ input: io.input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    io.out(`${JSON.stringify(answer(line))}\n`);
    await io.flush();
  }
  return EXIT.ok.code;
}

interface Answer {
  readonly expr: string | null;
  readonly ok: boolean;
  readonly type: string | null;
  readonly errors: readonly {
    readonly message: string;
    readonly start: number;
    readonly end: number;
  }[];
  readonly tree: string | null;
}

function answer(line: string): Answer {
  const text = expressionIn(line);
  if (text === undefined) {
    const message = 'the line is not a JSON object with a string `expr`';
    return failed(null, [{ message, start: 0, end: line.length }]);
  }
  const { expr, errors } = parse(text);
  if (expr === undefined || errors.length > 0) {
    return failed(
      text,
      errors.map(({ message, span }) => ({ message, ...span })),
    );
  }
  return { expr: text, ok: true, type: valueType(expr), errors: [], tree: skeleton(expr) };
}

function failed(expr: string | null, errors: Answer['errors']): Answer {
  return { expr, ok: false, type: null, errors, tree: null };
}

function expressionIn(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('expr' in value)) return undefined;
    return typeof value.expr === 'string' ? value.expr : undefined;
  } catch {
    return undefined;
  }
}
