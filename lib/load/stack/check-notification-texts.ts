import type { Stack } from '../../catalog/index.ts';
import { parseTemplate } from '../../gotemplate/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Go templates of notifications that Alertmanager refuses, or that fail when an alert has to be told. */
export function notificationTextProblems({ alertmanager }: Stack): readonly StackProblem[] {
  if (alertmanager === undefined) return [];
  const { receivers, templates } = alertmanager;
  return [...textsIn({ receivers, templates }, ['alertmanager'])].flatMap(({ text, path }) =>
    parseTemplate(text, 'alertmanager').errors.map(({ effect, message, hint }): StackProblem => ({
      code: 'alertmanager/invalid-template',
      severity: 'error',
      message: effect === 'refused' ? message : `${message}, so that nobody would be told`,
      ...(hint === undefined ? {} : { hint }),
      path,
    })),
  );
}

interface PlacedText {
  readonly text: string;
  readonly path: readonly string[];
}

function* textsIn(value: unknown, path: readonly string[]): Generator<PlacedText> {
  if (typeof value === 'string') {
    if (value.includes('{{')) yield { text: value, path };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, key]);
  }
}
