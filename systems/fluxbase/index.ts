import { defineSystem } from '../../lib/index.ts';
import { catalogs } from './metrics.ts';
import { stack } from './stack.ts';

export { m } from './metrics.ts';
export { stack } from './stack.ts';

export default defineSystem({ stack, catalogs });
