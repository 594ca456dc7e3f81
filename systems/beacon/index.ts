import { defineSystem } from '../../lib/index.ts';
import { runner, runtime, scrapes } from './metrics.ts';
import { stack } from './stack.ts';

export { m } from './metrics.ts';
export { stack } from './stack.ts';

export default defineSystem({ stack, catalogs: [runner, runtime, scrapes] });
