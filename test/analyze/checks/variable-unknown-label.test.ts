import check from '../../../lib/analyze/checks/variable-unknown-label.ts';
import { promql, queryResult, queryVariable, type ValuesVariable } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

function valuesOf(label: string, name: string): ValuesVariable {
  const selector = { kind: 'selector', name, matchers: [] } as const;
  return queryVariable('x', { kind: 'labelValues', selector, label });
}

describeCheck(check, [
  {
    name: 'a label of the metric',
    of: shopDashboard([], { variables: [valuesOf('queue', 'queue_depth')] }),
  },
  { name: 'an unknown metric', of: shopDashboard([], { variables: [valuesOf('pod', 'nothing')] }) },
  {
    name: 'a label that a variable chooses',
    of: shopDashboard([], { variables: [valuesOf('$by', 'queue_depth')] }),
  },
  {
    name: 'the series of a query',
    of: shopDashboard([], { variables: [queryVariable('x', queryResult(promql`sum(up)`))] }),
  },
  {
    name: 'a label that it does not have',
    of: shopDashboard([], { variables: [valuesOf('queu', 'queue_depth')] }),
    marks: [undefined],
    message: '`$x` lists the values of `queu`, but `queue_depth` has no such label',
    hint: '`queue`',
  },
]);
