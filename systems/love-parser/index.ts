import { defineSystem } from '../../lib/index.ts';
import { backend, host, postgres, redis, runtime, scrapes } from './metrics.ts';
import { stack } from './stack.ts';

export { m } from './metrics.ts';
export { stack } from './stack.ts';

export default defineSystem({
  stack,
  catalogs: [backend, runtime, postgres, redis, host, scrapes],
});
