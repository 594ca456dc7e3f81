export { replacerOf } from './replace.ts';
export type { TextSource } from './text-source.ts';
export { textSourceOf } from './variable-texts.ts';
