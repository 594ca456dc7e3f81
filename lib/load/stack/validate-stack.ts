import type * as z from 'zod';

import type { Stack } from '../../catalog/index.ts';
import { alertmanagerProblems } from './check-alertmanager.ts';
import { datasourceProblems } from './check-datasources.ts';
import { logProblems } from './check-logs.ts';
import { notificationTextProblems } from './check-notification-texts.ts';
import { pathProblems } from './check-paths.ts';
import { remoteWriteProblems } from './check-remote-write.ts';
import { secretProblems } from './check-secrets.ts';
import { serviceProblems } from './check-services.ts';
import { variableProblems } from './check-variables.ts';
import type { StackProblem } from './stack-problem.ts';
import { STACK_SHAPE } from './stack-shape.ts';

/**
 * Everything that is wrong with what a `stack.ts` exports. Where its shape is wrong, only that is reported.
 */
export function validateStack(stack: unknown): readonly StackProblem[] {
  const read = STACK_SHAPE.safeParse(stack, { reportInput: true });
  if (!read.success) return read.error.issues.map(shapeProblem);
  const valid = stack as Stack;
  return [
    ...variableProblems(valid),
    ...datasourceProblems(valid),
    ...serviceProblems(valid),
    ...pathProblems(valid),
    ...remoteWriteProblems(valid),
    ...alertmanagerProblems(valid),
    ...secretProblems(valid),
    ...notificationTextProblems(valid),
    ...logProblems(valid),
  ];
}

function shapeProblem(issue: z.core.$ZodIssue): StackProblem {
  const path = issue.path.map(String);
  const setting = path.length === 0 ? 'the stack' : `\`${path.join('.')}\``;
  return {
    code: 'stack/invalid',
    severity: 'error',
    message: `${setting} ${reasonOf(issue)}`,
    path,
  };
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has no setting ${issue.keys.map((key) => `\`${key}\``).join(', ')}`;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `has to be of type \`${issue.expected}\``;
    default:
      return issue.message;
  }
}
