import check from '../../../lib/analyze/checks/house-rule-name.ts';
import { plainAlert, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const alert = (name: string) => plainAlert({ name, expr: m.queue_depth.gt(9) });
const recorded = (name: string) => record({ name, expr: m.queue_depth.sumBy('job') });

describeCheck(check, [
  { name: 'an alert', of: alert('QueueFull') },
  { name: 'a recording rule', of: recorded('job:depth:sum') },
  { name: 'one without operations', of: recorded('job:depth') },
  {
    name: 'underscores in an alert',
    of: alert('Queue_full'),
    marks: [undefined],
    message: 'the name `Queue_full` is no `[A-Z][A-Za-z0-9]*`',
  },
  { name: 'no level', of: recorded('depth_sum'), marks: [undefined] },
  {
    name: 'as the house wants it',
    of: {
      house: [{ code: 'house/rule-name', of: 'alert', matches: '[a-z_]+' }],
      groups: [ruleGroup('shop', [alert('queue_full'), recorded('depth_sum')])],
    },
  },
]);
