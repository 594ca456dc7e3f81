import check from '../../../lib/analyze/checks/house-annotation.ts';
import { plainAlert, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const full = (annotations: Readonly<Record<string, string>>) =>
  plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), annotations });
const runbook = { meaning: 'Full.', impact: 'None.', diagnosis: [], mitigation: [] };

describeCheck(check, [
  { name: 'both', of: full({ summary: 'Full', runbook_url: 'https://example.org' }) },
  { name: 'of a typed alert', of: alertOf(m.queue_depth.gt(9), { summary: 'Full', runbook }) },
  {
    name: 'neither',
    of: full({ description: 'Full' }),
    marks: [undefined, undefined],
    message: '`Full` has no `summary`',
  },
  {
    name: 'what the house asks for',
    of: {
      house: [{ code: 'house/annotation', name: 'link_.*', matches: 'https://.*' }],
      groups: [ruleGroup('shop', [full({ link_docs: 'https://example.org' })])],
    },
  },
  {
    name: 'of another form',
    of: {
      house: [{ code: 'house/annotation', name: 'link_.*', matches: 'https://.*' }],
      groups: [ruleGroup('shop', [full({ link_docs: 'http://example.org' })])],
    },
    marks: [undefined],
    message: '`Full` has the link_docs `http://example.org`, which is no `https://.*`',
  },
]);
