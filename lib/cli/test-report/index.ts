export { testsJunit } from './junit.ts';
export { type ReportedTest, testsOf } from './tests-of.ts';
export { coverageText, mutationText, testsText } from './text.ts';
