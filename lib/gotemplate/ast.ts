import type { Span } from '../diagnostics/index.ts';
import type { Dialect } from './dialect.ts';

/** A parsed template. Plain data, never mutated. All spans are UTF-16 offsets of `text`. */
export interface Template {
  readonly text: string;
  readonly dialect: Dialect;
  readonly nodes: readonly Node[];
  /** What `define` and `block` made, by name. */
  readonly definitions: ReadonlyMap<string, readonly Node[]>;
}

export type Node =
  | TextNode
  | Action
  | If
  | Range
  | With
  | TemplateCall
  | { readonly kind: 'break' | 'continue'; readonly span: Span };

/** Text between actions, after trimming. */
export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  readonly span: Span;
}

/** `{{ pipeline }}`: printed, unless it declares or assigns. */
export interface Action {
  readonly kind: 'action';
  readonly pipeline: Pipeline;
  /** With its delimiters. */
  readonly span: Span;
}

interface Branch {
  /** Absent when it could not be read. */
  readonly pipeline?: Pipeline;
  readonly then: readonly Node[];
  /** `else if` and `else with` are an `if` or `with` in here. */
  readonly else?: readonly Node[];
  /** The opening action, with its delimiters. */
  readonly span: Span;
}

export interface If extends Branch {
  readonly kind: 'if';
}

export interface With extends Branch {
  readonly kind: 'with';
}

export interface Range extends Branch {
  readonly kind: 'range';
}

/** `{{ template "name" pipeline }}`, or the place of a `{{ block }}`. */
export interface TemplateCall {
  readonly kind: 'template';
  readonly name: string;
  readonly pipeline?: Pipeline;
  readonly span: Span;
}

/** `$x, $y := command | command`. */
export interface Pipeline {
  readonly declares: readonly { readonly name: string; readonly span: Span }[];
  /** `=` instead of `:=`. */
  readonly assigns?: true;
  /** At least one. */
  readonly commands: readonly Command[];
  readonly span: Span;
}

/** An operand and its arguments: `printf "%.2f" $value`. */
export interface Command {
  readonly operand: Operand;
  readonly args: readonly Operand[];
  readonly span: Span;
}

export type Operand =
  | { readonly kind: 'dot' | 'nil'; readonly span: Span }
  | { readonly kind: 'bool'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | NumberOperand
  /** `$name.field`. The name has its `$`. */
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly fields: readonly Field[];
      readonly span: Span;
    }
  /** `.field`. */
  | { readonly kind: 'field'; readonly fields: readonly Field[]; readonly span: Span }
  | { readonly kind: 'function'; readonly name: string; readonly span: Span }
  /** `(pipeline)`. */
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline; readonly span: Span }
  /** `(pipeline).field`, `function.field`. */
  | {
      readonly kind: 'chain';
      readonly of: Operand;
      readonly fields: readonly Field[];
      readonly span: Span;
    };

export interface NumberOperand {
  readonly kind: 'number';
  readonly value: number;
  /**
   * What Go makes of its spelling where any type will do: `10` is an int, `10.0` a float64. `other` is a complex number, or
   * an integer that JavaScript cannot hold.
   */
  readonly type: 'int' | 'float' | 'other';
  readonly span: Span;
}

/** `name` after a dot; the span is the name's. */
export interface Field {
  readonly name: string;
  readonly span: Span;
}
