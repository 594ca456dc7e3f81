import type { Span } from '../../diagnostics/index.ts';
import type { Template } from '../ast.ts';
import { RenderFailure } from './render-failure.ts';
import { Renderer } from './renderer.ts';
import { float, type Value } from './value.ts';

/** What an alert's template gets. */
export interface AlertData {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Default empty. */
  readonly externalURL?: string;
}

export type Rendered =
  | { readonly text: string; readonly error?: never }
  | { readonly text?: never; readonly error: { readonly message: string; readonly span: Span } };

/**
 * The text that Prometheus makes of an annotation or a label. Never throws: what fails, and what only a running Prometheus
 * knows (`query`, `now`), is the error.
 *
 * @param tree of the `prometheus` dialect, parsed without errors that refuse it
 *
 * @example
 * renderTemplate(tree, { labels: { job: 'api' }, value: 0.0123 })
 * // { text: 'api fails 1.23% of requests' } of '{{ $labels.job }} fails {{ $value | humanizePercentage }} of requests'
 */
export function renderTemplate(tree: Template, data: AlertData): Rendered {
  if (tree.dialect !== 'prometheus') {
    const message = 'a notification is made of alerts that are not known yet';
    return { error: { message, span: { start: 0, end: tree.text.length } } };
  }
  const { labels, externalLabels = {}, externalURL = '', value } = data;
  const root = { labels: mapOf(labels), externalLabels: mapOf(externalLabels) };
  const fields = new Map<string, Value>([
    ['Labels', root.labels],
    ['ExternalLabels', root.externalLabels],
    ['ExternalURL', externalURL],
    ['Value', float(value)],
  ]);
  const renderer = new Renderer(tree, { kind: 'data', fields }, { externalURL });
  renderer.declare('$labels', root.labels);
  renderer.declare('$externalLabels', root.externalLabels);
  renderer.declare('$externalURL', externalURL);
  renderer.declare('$value', float(value));
  try {
    return { text: renderer.run() };
  } catch (error) {
    if (!(error instanceof RenderFailure)) throw error;
    return { error: { message: error.message, span: renderer.at } };
  }
}

function mapOf(labels: Readonly<Record<string, string>>): Value {
  return { kind: 'labels', entries: new Map(Object.entries(labels)) };
}
