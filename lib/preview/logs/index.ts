export { exampleLogs } from './example-logs.ts';
