import { describe, expect, it } from 'vitest';

import prometheusRules from '../../../lib/emit/targets/prometheus-rules.ts';
import runbook from '../../../lib/emit/targets/runbook.ts';
import { shop } from '../shop.ts';

const [file] = runbook.emit(shop).value;
const text = file?.text ?? '';

describe('runbook', () => {
  it('has an entry with what an alert means and what to do', () => {
    expect(file?.path).toBe('RUNBOOK.md');
    expect(text.slice(text.indexOf('## ShopTooManyWaiting'))).toBe(`\
## ShopTooManyWaiting

Severity **info**, fires at the first result of:

\`\`\`promql
min_over_time(orders_waiting{job="api"}[2m]) > 1000
\`\`\`

Drawn on dashboard \`shop-orders\`.

### Meaning

Orders | wait.

### Impact

Customers wait too.

### Diagnosis

1. Look at the queue.
2. Look at the worker:
   is it up?

### Mitigation

1. Restart the worker.
`);
  });

  it('lists all alerts', () => {
    expect(text).toContain(
      '| [ShopTargetDown](#shoptargetdown) | critical | {{ $labels.job }} cannot be scraped |\n',
    );
  });

  it('has the heading that every runbook_url leads to', () => {
    const anchors = text
      .split('\n')
      .flatMap((line) => /^## (.*)$/.exec(line)?.[1]?.toLowerCase() ?? []);
    const rules = prometheusRules.emit(shop).value.map((rule) => rule.text);
    const links = [...rules.join('').matchAll(/runbook_url: RUNBOOK\.md#(.*)/g)].map(
      ([, to]) => to,
    );
    expect(links).toHaveLength(3);
    expect(anchors).toEqual(expect.arrayContaining(links));
  });

  it('ends with the procedures of the stack, and has a link to each', () => {
    const backup = {
      title: 'Backup & restore',
      purpose: 'Every night.',
      steps: ['Stop.', 'Copy.'],
    };
    const stack = { ...shop.stack, procedures: [backup] };
    const [written] = runbook.emit({ ...shop, groups: [], stack }).value;
    expect(written?.text.split('\n\n').slice(3)).toEqual([
      'Procedures: [Backup & restore](#backup--restore).',
      '## Backup & restore',
      'Every night.',
      '1. Stop.\n2. Copy.\n',
    ]);
  });

  it('is not written where there is no alert and no procedure', () => {
    expect(runbook.emit({ ...shop, groups: [] }).value).toEqual([]);
  });
});
