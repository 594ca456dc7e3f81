export { shareEqual } from './share-equal.ts';
export { type Answer, messageOf, useAnswer } from './use-answer.ts';
