import check from '../../../lib/analyze/checks/house-forbidden-text.ts';
import { plainAlert, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const expr = m.queue_depth.gt(9);

describeCheck(check, [
  { name: 'a word', of: plainAlert({ name: 'Full', expr, labels: { team: 'mail' } }) },
  {
    name: 'an annotation',
    of: plainAlert({ name: 'Full', expr, annotations: { docs: 'https://example.org' } }),
  },
  {
    name: 'an address',
    of: plainAlert({ name: 'Full', expr, labels: { docs: 'see http://example.org' } }),
    marks: [undefined],
    message:
      '`Full` has the label `docs` with `see http://example.org`, which the house does not have',
  },
  {
    name: 'a name that the house forbids',
    of: {
      house: [{ code: 'house/forbidden-text', of: 'annotation', name: 'dashboard' }],
      groups: [
        ruleGroup('shop', [plainAlert({ name: 'Full', expr, annotations: { dashboard: 'a' } })]),
      ],
    },
    marks: [undefined],
  },
  {
    name: 'such a name of a label',
    of: {
      house: [{ code: 'house/forbidden-text', of: 'annotation', name: 'dashboard' }],
      groups: [ruleGroup('shop', [plainAlert({ name: 'Full', expr, labels: { dashboard: 'a' } })])],
    },
  },
]);
