import { type Span, unreachable } from '../../diagnostics/index.ts';
import type { If, Node, Range, Template, TemplateCall, With } from '../ast.ts';
import type { Server } from './call.ts';
import { Evaluator } from './evaluator.ts';
import { RenderFailure } from './render-failure.ts';
import { int, isTrue, show, sortedEntries, typeName, type Value } from './value.ts';

/** How a list of nodes ended. */
type End = 'done' | 'break' | 'continue';

/** Runs one template once. */
export class Renderer {
  readonly #template: Template;
  readonly #evaluator: Evaluator;
  readonly #root: Value;
  #text = '';
  #depth = 0;
  #calls = 0;

  constructor(template: Template, root: Value, server: Server) {
    this.#template = template;
    this.#root = root;
    this.#evaluator = new Evaluator(server);
    this.declare('$', root);
  }

  /** What was evaluated last. */
  get at(): Span {
    return this.#evaluator.at;
  }

  declare(name: string, value: Value): void {
    this.#evaluator.declare(name, value);
  }

  /** @throws RenderFailure */
  run(): string {
    this.#nodes(this.#template.nodes, this.#root);
    return this.#text;
  }

  #nodes(nodes: readonly Node[], dot: Value): End {
    for (const node of nodes) {
      const end = this.#node(node, dot);
      if (end !== 'done') return end;
    }
    return 'done';
  }

  #node(node: Node, dot: Value): End {
    switch (node.kind) {
      case 'text':
        this.#text += node.text;
        return 'done';
      case 'break':
      case 'continue':
        return node.kind;
      case 'action': {
        const value = this.#evaluator.pipeline(node.pipeline, dot);
        if (node.pipeline.declares.length === 0) this.#text += show(value);
        return 'done';
      }
      case 'if':
      case 'with':
        return this.#evaluator.within(() => this.#branch(node, dot));
      case 'range':
        return this.#evaluator.within(() => this.#range(node, dot));
      case 'template':
        this.#call(node, dot);
        return 'done';
      default:
        return unreachable(node, 'gotemplate/renderer');
    }
  }

  #branch(node: If | With, dot: Value): End {
    const value = node.pipeline && this.#evaluator.pipeline(node.pipeline, dot);
    if (!isTrue(value)) return this.#nodes(node.else ?? [], dot);
    return this.#nodes(node.then, node.kind === 'with' ? value : dot);
  }

  #range(node: Range, dot: Value): End {
    const { pipeline } = node;
    const items = itemsOf(pipeline && this.#evaluator.commands(pipeline, dot));
    if (items.length === 0) return this.#nodes(node.else ?? [], dot);
    const [first, second] = pipeline?.declares ?? [];
    for (const [key, item] of items) {
      const end = this.#evaluator.within(() => {
        const set = (name: string | undefined, value: Value): void => {
          if (name === undefined) return;
          if (pipeline?.assigns) this.#evaluator.assign(name, value);
          else this.#evaluator.declare(name, value);
        };
        set(first?.name, second === undefined ? item : key);
        set(second?.name, item);
        return this.#nodes(node.then, item);
      });
      if (end === 'break') break;
    }
    return 'done';
  }

  #call({ name, pipeline }: TemplateCall, dot: Value): void {
    const passed = pipeline && this.#evaluator.pipeline(pipeline, dot);
    const body = this.#template.definitions.get(name);
    if (body === undefined) throw new RenderFailure(`the template "${name}" is not defined`);
    if (this.#depth === MAX_DEPTH || this.#calls++ === MAX_CALLS) {
      throw new RenderFailure(`"${name}" calls itself without end`);
    }
    this.#depth++;
    this.#evaluator.alone(passed, () => this.#nodes(body, passed));
    this.#depth--;
  }
}

// Go's own limit is 100,000, which no stack of ours holds.
const MAX_DEPTH = 500;
const MAX_CALLS = 10_000;

function itemsOf(value: Value): readonly (readonly [Value, Value])[] {
  if (value === undefined) return [];
  if (typeof value === 'object') {
    if (value.kind === 'labels' || value.kind === 'map') return sortedEntries(value.entries);
    if (value.kind === 'int') {
      if (value.value > MAX_ITEMS) throw new RenderFailure(`\`range\` over ${value.value} numbers`);
      return Array.from({ length: Math.max(value.value, 0) }, (_, at) => [int(at), int(at)]);
    }
  }
  throw new RenderFailure(`\`range\` cannot go through ${typeName(value)}`);
}

const MAX_ITEMS = 10_000;
