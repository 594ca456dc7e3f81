export { type AlertData, type Rendered, renderTemplate } from './render-template.ts';
