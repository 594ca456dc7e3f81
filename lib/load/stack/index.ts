export type { StackProblem } from './stack-problem.ts';
export { validateStack } from './validate-stack.ts';
