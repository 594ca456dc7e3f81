export type { Recording, Recordings } from './expand-recordings.ts';
export { caseCodes, type CaseCodes } from './case-codes.ts';
