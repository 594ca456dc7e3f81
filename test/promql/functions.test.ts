import { describe, expect, it } from 'vitest';

import { AGGREGATES, FUNCTIONS } from '../../lib/promql/functions.ts';

describe.each(Object.entries({ ...FUNCTIONS, ...AGGREGATES }))('%s', (_, spec) => {
  it('names a release of Prometheus', () => {
    expect(spec.since).toMatch(/^[23]\.\d+$/);
  });
});

describe.each(Object.entries(FUNCTIONS))(
  '%s',
  (_, { args, min = args.length, max = args.length }) => {
    it('has a range of arguments that its types cover', () => {
      expect(min).toBeLessThanOrEqual(args.length);
      expect(max).toBeGreaterThanOrEqual(args.length);
    });
  },
);
