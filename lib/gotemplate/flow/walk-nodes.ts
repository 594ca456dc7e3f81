import { unreachable } from '../../diagnostics/index.ts';
import type { If, Node, Range, TemplateCall, With } from '../ast.ts';
import { ANY, describe, itemType, STRING, type Type } from '../type.ts';
import { evaluateCommands, evaluatePipeline, setVariable } from './evaluate.ts';
import { type Fact, factOf } from './fact.ts';
import type { FlowState } from './flow-state.ts';
import { Scope } from './scope.ts';

/** Walks through nodes in the order of execution, both branches of each condition, with `dot` as what `.` is. */
export function walkNodes(state: FlowState, nodes: readonly Node[], dot: Fact): void {
  for (const node of nodes) walkNode(state, node, dot);
}

function walkNode(state: FlowState, node: Node, dot: Fact): void {
  state.action = node.span;
  switch (node.kind) {
    case 'text':
    case 'break':
    case 'continue':
      return;
    case 'action': {
      const fact = evaluatePipeline(state, node.pipeline, dot);
      if (node.pipeline.declares.length === 0) state.useValues(fact, true);
      return;
    }
    case 'if':
    case 'with':
      state.scope.within(() => walkCondition(state, node, dot));
      return;
    case 'range':
      state.scope.within(() => walkRange(state, node, dot));
      return;
    case 'template':
      walkCall(state, node, dot);
      return;
    default:
      unreachable(node, 'gotemplate/walk-nodes');
  }
}

function walkCondition(state: FlowState, node: If | With, dot: Fact): void {
  const { pipeline } = node;
  const { result: fact, asked } = state.asking(() =>
    pipeline === undefined ? factOf(ANY) : evaluatePipeline(state, pipeline, dot),
  );
  state.useValues(fact, false);
  state.guarded(asked, () => {
    state.scope.within(() => walkNodes(state, node.then, node.kind === 'with' ? fact : dot));
  });
  walkNodes(state, node.else ?? [], dot);
}

function walkRange(state: FlowState, node: Range, dot: Fact): void {
  const { pipeline } = node;
  const over = pipeline === undefined ? factOf(ANY) : evaluateCommands(state, pipeline, dot);
  const items = pipeline === undefined ? UNKNOWN : itemsOf(over.type);
  if (items === undefined && pipeline !== undefined) {
    const what = state.textOf(pipeline.span);
    state.report(
      'failed',
      `\`${what}\` is ${describe(over.type)}, so \`range\` cannot go through it`,
      pipeline.span,
    );
  }
  const { key, item } = items ?? UNKNOWN;
  const element = { ...factOf(item), values: over.values };
  declareItems(state, node, factOf(key), element);
  state.scope.within(() => walkNodes(state, node.then, element));
  walkNodes(state, node.else ?? [], dot);
}

/** With one variable it is the item, with two the first is the key. */
function declareItems(state: FlowState, { pipeline }: Range, key: Fact, item: Fact): void {
  const [first, second] = pipeline?.declares ?? [];
  if (pipeline === undefined || first === undefined) return;
  setVariable(state, pipeline, first, second === undefined ? item : key);
  if (second !== undefined) setVariable(state, pipeline, second, item);
}

interface Items {
  readonly key: Type;
  readonly item: Type;
}

const UNKNOWN: Items = { key: ANY, item: ANY };
const INT: Type = { kind: 'int' };

function itemsOf(type: Type): Items | undefined {
  switch (type.kind) {
    case 'any':
      return UNKNOWN;
    case 'labels':
      return { key: STRING, item: STRING };
    case 'results':
      return { key: INT, item: { kind: 'sample', query: type.query } };
    case 'list':
      return { key: INT, item: itemType(type.of) };
    case 'map':
      return { key: STRING, item: ANY };
    case 'int':
      return { key: INT, item: INT };
    default:
      return undefined;
  }
}

function walkCall(state: FlowState, node: TemplateCall, dot: Fact): void {
  const { name, pipeline } = node;
  const passed =
    pipeline === undefined ? factOf({ kind: 'nil' }) : evaluatePipeline(state, pipeline, dot);
  const body = state.template.definitions.get(name);
  if (body === undefined) {
    // Alertmanager's templates use those of other files.
    if (state.template.dialect === 'prometheus') {
      state.report('failed', `the template "${name}" is not defined`, node.span);
    }
    return;
  }
  if (state.calls.includes(name) || state.callsLeft-- <= 0) return;
  state.calls.push(name);
  const { scope } = state;
  state.scope = new Scope([['$', passed]]);
  walkNodes(state, body, passed);
  state.scope = scope;
  state.calls.pop();
}
