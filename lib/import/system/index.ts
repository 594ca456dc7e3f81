export { catalogCode, specCode, valuesCode } from './catalog-code.ts';
export { catalogFile, libraryOf, otherSystemFiles } from './system-files.ts';
export { type SystemPlan, systemPlan } from './system-plan.ts';
