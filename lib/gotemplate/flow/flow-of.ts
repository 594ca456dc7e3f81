import type { Template } from '../ast.ts';
import type { QueryText } from '../query-text.ts';
import type { TemplateError } from '../template-error.ts';
import { FlowState, type FunctionUse, type LabelUse, type ValueUse } from './flow-state.ts';
import { walkNodes } from './walk-nodes.ts';

/** What a template does with its data, found by walking through it once. */
export interface Flow {
  /** What fails or prints nonsense when it runs. */
  readonly errors: readonly TemplateError[];
  readonly labels: readonly LabelUse[];
  readonly values: readonly ValueUse[];
  readonly functions: readonly FunctionUse[];
  readonly queries: readonly QueryText[];
}

export function flowOf(template: Template): Flow {
  let flow = known.get(template);
  if (flow === undefined) known.set(template, (flow = walkThrough(template)));
  return flow;
}

/** Of one template half a dozen checks ask for this. */
const known = new WeakMap<Template, Flow>();

function walkThrough(template: Template): Flow {
  const state = new FlowState(template);
  walkNodes(state, template.nodes, state.scope.get('$'));
  return state;
}
