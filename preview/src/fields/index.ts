export { applyFields } from './apply-fields.ts';
export { fieldConfigOf, withDefaults } from './field-config.ts';
export { transform, type Transformed } from './transform.ts';
