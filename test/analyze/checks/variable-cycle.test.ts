import check from '../../../lib/analyze/checks/variable-cycle.ts';
import { promql, queryResult, queryVariable } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

const queue = queryVariable('queue', queryResult(promql`queue_depth{job="$job"}`));
const job = queryVariable('job', queryResult(promql`queue_depth`));
const jobOfQueue = queryVariable('job', queryResult(promql`queue_depth{queue="$queue"}`));
const self = queryVariable('self', queryResult(promql`queue_depth{queue="$self"}`));

describeCheck(check, [
  { name: 'one after the other', of: shopDashboard([], { variables: [queue, job] }) },
  { name: 'an undeclared one', of: shopDashboard([], { variables: [queue] }) },
  {
    name: 'each other',
    of: shopDashboard([], { variables: [queue, jobOfQueue] }),
    marks: [undefined],
    message: 'the query of `$queue` waits for its own value, by way of `$job`',
  },
  {
    name: 'itself',
    of: shopDashboard([], { variables: [self] }),
    marks: [undefined],
    message: 'the query of `$self` waits for its own value',
  },
]);
