import check from '../../../lib/analyze/checks/house-rule-label.ts';
import { type HouseRuleSpec, plainAlert, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const full = (labels: Readonly<Record<string, string>>) =>
  plainAlert({ name: 'Full', expr: m.queue_depth.gt(9), labels });
const depth = (labels: Readonly<Record<string, string>>) =>
  record({ name: 'a:b:c', expr: m.queue_depth.sum(), labels });
const priority = {
  code: 'house/rule-label',
  of: 'record',
  name: 'priority',
  matches: '[123]',
} as const satisfies HouseRuleSpec;

describeCheck(check, [
  { name: 'a severity', of: full({ severity: 'warning' }) },
  { name: 'of a typed alert', of: alertOf(m.queue_depth.gt(9)) },
  { name: 'a recording rule', of: depth({}) },
  { name: 'of the group', of: ruleGroup('shop', [full({})], { labels: { severity: 'info' } }) },
  {
    name: 'none',
    of: full({ team: 'mail' }),
    marks: [undefined],
    message: '`Full` has no `severity`',
  },
  {
    name: 'another word',
    of: full({ severity: 'page' }),
    marks: [undefined],
    message: '`Full` has the severity `page`, which is no `info|warning|critical`',
  },
  {
    name: 'what the house asks for',
    of: { house: [priority], groups: [ruleGroup('shop', [depth({ priority: '2' })])] },
  },
  {
    name: 'without what the house asks for',
    of: { house: [priority], groups: [ruleGroup('shop', [depth({})])] },
    marks: [undefined],
    message: '`a:b:c` has no `priority`',
  },
  {
    name: 'optional, and not there',
    of: {
      house: [{ ...priority, optional: true }],
      groups: [ruleGroup('shop', [depth({})])],
    },
  },
  {
    name: 'optional, and wrong',
    of: {
      house: [{ ...priority, optional: true }],
      groups: [ruleGroup('shop', [depth({ priority: '2a' })])],
    },
    marks: [undefined],
    message: '`a:b:c` has the priority `2a`, which is no `[123]`',
  },
]);
