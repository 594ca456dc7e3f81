import type { Alert } from '../../lib/model/index.ts';
import type { Query } from '../../lib/promql/index.ts';

/** An alert of which only the expression matters, and what is said besides. */
export function alertOf(expr: Query, besides: Partial<Alert> = {}): Alert {
  return {
    kind: 'alert',
    name: 'Backlog',
    node: expr.node,
    severity: 'warning',
    labels: {},
    summary: '',
    description: '',
    runbook: { meaning: '', impact: '', diagnosis: [], mitigation: [] },
    cases: [],
    ...besides,
  };
}
