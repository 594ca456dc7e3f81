import type { Stack } from '../../catalog/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Programs that keep no samples and send them nowhere. */
export function remoteWriteProblems({ alloy, prometheus }: Stack): readonly StackProblem[] {
  const { agent, remoteWrite = [] } = prometheus;
  if (remoteWrite.length > 0) return [];
  const nowhere = {
    severity: 'error',
    hint: "write `prometheus: { remoteWrite: [{ url: '${REMOTE_WRITE_URL}' }] }`",
  } as const;
  const problems: StackProblem[] = [];
  if (agent) {
    problems.push({
      ...nowhere,
      code: 'prometheus/nowhere-to-write',
      message: 'an agent keeps no samples, and the stack does not say where to send them',
      path: ['prometheus'],
    });
  }
  if (alloy !== undefined) {
    problems.push({
      ...nowhere,
      code: 'alloy/nowhere-to-write',
      message: 'Alloy keeps no samples, and the stack does not say where to send them',
      path: ['alloy'],
    });
  }
  return problems;
}
