import check from '../../../lib/analyze/checks/alert-duplicate.ts';
import { promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'another severity',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth > 9`),
      alertOf(promql`queue_depth > 99`, { severity: 'critical' }),
    ]),
  },
  {
    name: 'another name',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth > 9`),
      alertOf(promql`queue_depth > 9`, { name: 'Other' }),
    ]),
  },
  {
    name: 'series of which none is in both',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth{queue="mail"} > 9`),
      alertOf(promql`queue_depth{queue!="mail"} > 9`),
    ]),
  },
  {
    name: 'two patterns',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth{queue=~"m.*"} > 9`),
      alertOf(promql`queue_depth{queue=~"p.*"} > 9`),
    ]),
  },
  {
    name: 'another comparison',
    of: ruleGroup('a', [alertOf(promql`queue_depth > 9`), alertOf(promql`queue_depth < 1`)]),
  },
  {
    name: 'another metric',
    of: ruleGroup('a', [alertOf(promql`queue_depth > 9`), alertOf(promql`worker_slots > 9`)]),
  },
  {
    name: 'different labels',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth{queue="mail"} > 9`),
      alertOf(promql`queue_depth{job="worker"} > 9`),
    ]),
  },
  {
    name: 'parentheses',
    of: ruleGroup('a', [alertOf(promql`queue_depth > 9`), alertOf(promql`(queue_depth) > 99`)]),
    marks: [undefined],
  },
  {
    name: 'another threshold for some of the series',
    of: ruleGroup('a', [
      alertOf(promql`queue_depth > 9`),
      alertOf(promql`queue_depth{queue="mail"} > 99`),
    ]),
    marks: [undefined],
    message:
      '`Backlog` is in the group `a` too, with the same labels, and both can fire for the same series',
    hint: 'tell them apart with `labels`, such as `severity`',
  },
  {
    name: 'the same in another group',
    of: {
      groups: [
        ruleGroup('a', [alertOf(promql`queue_depth > 9`)]),
        ruleGroup('b', [alertOf(promql`queue_depth > 9`)]),
      ],
    },
    marks: [undefined],
    message: '`Backlog` is in the group `a` already, with the same labels and the same expression',
    hint: 'remove it',
  },
]);
