import type { LogSource, LogStage, Stack } from '../../catalog/index.ts';
import { regexProblem } from '../../promql/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { StackProblem } from './stack-problem.ts';

/** Log lines that go nowhere, and steps that find nothing in them. */
export function logProblems({ loki, promtail }: Stack): readonly StackProblem[] {
  if (promtail === undefined) return [];
  const { pushUrl, sources } = promtail;
  return [
    ...(loki === undefined && new URL(pushUrl).hostname === 'loki' ? [nowhere(pushUrl)] : []),
    ...Object.entries(sources).flatMap(([name, source]) =>
      stageProblems(source, ['promtail', 'sources', name, 'stages']),
    ),
  ];
}

function stageProblems(
  { labels = {}, stages = [] }: LogSource,
  path: readonly string[],
): readonly StackProblem[] {
  const fields = new Set(['job', 'filename', ...Object.keys(labels)]);
  return stages.flatMap((stage, index) => {
    const here = [...path, String(index)];
    const unknown = wantedBy(stage).filter((field) => !fields.has(field));
    for (const field of foundBy(stage)) fields.add(field);
    return [
      ...unknown.map((field) => unknownField(field, [...fields], here)),
      ...patternsOf(stage).flatMap((pattern) => badPattern(pattern, here)),
    ];
  });
}

/** The fields that a step reads. */
function wantedBy(stage: LogStage): readonly string[] {
  if ('labels' in stage) return stage.labels;
  if ('timestamp' in stage) return [stage.timestamp.source];
  return 'output' in stage ? [stage.output] : [];
}

/** The fields that the steps after it can read. */
function foundBy(stage: LogStage): readonly string[] {
  if ('docker' in stage) return ['output', 'stream', 'timestamp'];
  if ('json' in stage) return Object.keys(stage.json);
  if (!('regex' in stage)) return [];
  return [...stage.regex.matchAll(/\(\?P?<(\w+)>/g)].map(([, name]) => name ?? '');
}

function patternsOf(stage: LogStage): readonly string[] {
  if ('regex' in stage) return [stage.regex];
  return 'multiline' in stage ? [stage.multiline.firstLine] : [];
}

function nowhere(pushUrl: string): StackProblem {
  return {
    code: 'promtail/nowhere-to-push',
    severity: 'error',
    message: `Promtail sends to \`${pushUrl}\`, but the stack has no Loki`,
    hint: "declare it: `loki: { version: '…', retention: '30d' }`",
    path: ['promtail'],
  };
}

function unknownField(
  field: string,
  known: readonly string[],
  path: readonly string[],
): StackProblem {
  return {
    code: 'promtail/unknown-field',
    severity: 'error',
    message: `no step before this one finds a field \`${field}\`, so that it does nothing`,
    ...didYouMean(field, known),
    path,
  };
}

function badPattern(pattern: string, path: readonly string[]): readonly StackProblem[] {
  const reason = regexProblem(pattern);
  if (reason === undefined) return [];
  return [
    {
      code: 'promtail/invalid-regex',
      severity: 'error',
      message: `\`${pattern}\` is no RE2 expression: ${reason}`,
      path,
    },
  ];
}
