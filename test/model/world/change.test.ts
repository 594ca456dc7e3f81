import { describe, expect, it } from 'vitest';

import { change, defineWorld, scenario } from '../../../lib/model/index.ts';
import { m } from '../../prove/synthesise/world.ts';

describe('change', () => {
  it('is about the series that the handle selects', () => {
    const changed = change(m.requests_total.where({ code: '500' }), { after: '5m' }).times(20);
    expect(changed.effect).toEqual({ kind: 'times', factor: 20 });
    expect(changed.after.inSeconds).toBe(300);
    expect(changed.selector).toMatchObject({
      name: 'requests_total',
      matchers: [
        { label: 'job', op: '=', value: 'api' },
        { label: 'code', op: '=', value: '500' },
      ],
    });
  });

  it('begins with the incident where nothing else is said', () => {
    expect(change(m.queue_depth).set(1).after.inSeconds).toBe(0);
  });
});

it('a scenario knows where it is written, and how long alerts may take', () => {
  const { site, fires } = scenario({
    name: 'stalls',
    description: 'It stalls.',
    changes: [change(m.queue_depth).grow(1)],
    fires: [{ alert: 'Stalled', within: '90s' }],
  });
  expect(site?.file).toContain('change.test.ts');
  expect(fires).toMatchObject([{ alert: 'Stalled', within: { inSeconds: 90 }, labels: {} }]);
});

it('a world is empty where nothing is said', () => {
  expect(defineWorld({ scenarios: [] })).toMatchObject({ labels: {}, together: [], healthy: [] });
});
