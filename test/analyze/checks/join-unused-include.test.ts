import check from '../../../lib/analyze/checks/join-unused-include.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'in the result',
    of: alertOf(promql`queue_depth * on (instance) group_left (version) build_info > 5`),
  },
  {
    name: 'what an aggregation keeps',
    of: alertOf(
      promql`sum by (version) (queue_depth * on (instance) group_left (version) build_info)`,
    ),
  },
  {
    name: 'what the next join compares',
    of: alertOf(
      promql`sum((queue_depth * on (instance) group_left (version) build_info) * on (version) group_left () x)`,
    ),
  },
  {
    name: 'what a function reads',
    of: alertOf(
      promql`sum by (v) (label_replace(queue_depth * on (instance) group_left (version) build_info, "v", "$1", "version", "(.*)"))`,
    ),
  },
  {
    name: 'a grouping that a variable decides',
    of: alertOf(promql`sum by ($by) (queue_depth * on (instance) group_left (version) build_info)`),
  },
  {
    name: 'the many side of a set operation',
    of: alertOf(
      promql`queue_depth * on (instance) group_left (version) build_info and on (queue) worker_slots`,
    ),
  },
  {
    name: 'a panel, which joins as the others do',
    of: promql`sum by (queue) (queue_depth * on (instance) group_left (version) build_info)`,
  },
  {
    name: 'what an aggregation removes',
    of: alertOf(
      promql`sum by (queue) (abs(queue_depth * on (instance) group_left (version) build_info))`,
    ),
    marks: ['queue_depth * on (instance) group_left (version) build_info'],
    message: '`sum by (queue)` removes `version`, which `group_left` adds and nothing uses',
  },
  {
    name: 'what a one to one match removes',
    of: alertOf(
      promql`(queue_depth * on (instance) group_left (version) build_info) / on (instance) x`,
    ),
    marks: ['queue_depth * on (instance) group_left (version) build_info'],
    message: '`/ on (instance)` removes `version`, which `group_left` adds and nothing uses',
  },
  {
    name: 'the side of a set operation that only decides',
    of: alertOf(
      promql`x and on (instance) (build_info * on (instance) group_right (version) queue_depth)`,
    ),
    marks: ['build_info * on (instance) group_right (version) queue_depth'],
  },
]);
