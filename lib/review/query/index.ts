export { expressionChanges } from './expression-changes.ts';
