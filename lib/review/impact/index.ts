export type { Impact } from './impact.ts';
export { impactsOf } from './impacts-of.ts';
