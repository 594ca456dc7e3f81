import type { AnyHandle, Expr, LabelTypes, Query, Selector } from '../../promql/index.ts';

/** What a query variable asks Prometheus for. `text` is what its expression was read from, where it was not built. */
export type ValueSource =
  | {
      readonly kind: 'labelValues';
      readonly selector: Selector;
      readonly label: string;
      readonly text?: string;
    }
  | { readonly kind: 'queryResult'; readonly node: Expr; readonly text?: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * The values of a label in the series of a metric.
 *
 * @example
 * queryVariable('queue', labelValues(m.job_queue_size, 'queue')) // label_values(job_queue_size{job="api"}, queue)
 */
export function labelValues<A extends LabelTypes>(
  handle: AnyHandle<A>,
  label: Extract<keyof NoInfer<A>, string>,
): ValueSource {
  return { kind: 'labelValues', selector: handle.selector, label };
}

/** The series of an expression as texts such as `up{job="api"} 1 1700000000`; cut them with `regex`. */
export function queryResult(query: Query): ValueSource {
  return { kind: 'queryResult', node: query.node };
}

/**
 * A query as its datasource reads it, for what has no call: a datasource that is no Prometheus, the values of a label in
 * all metrics, a macro of Grafana.
 *
 * @example
 * queryVariable('job', queryText('label_values(job)'))
 */
export function queryText(text: string): ValueSource {
  return { kind: 'text', text };
}
