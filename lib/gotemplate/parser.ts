import type { Span } from '../diagnostics/index.ts';
import type { Node, Template } from './ast.ts';
import { Cursor } from './cursor.ts';
import { type Dialect, DIALECTS } from './dialect.ts';
import { flowOf } from './flow/index.ts';
import { tokenize } from './lexer.ts';
import { parsePipeline } from './parse-pipeline.ts';
import type { TemplateError } from './template-error.ts';
import { unquote } from './unquote.ts';

export interface ParsedTemplate {
  /** As much of the tree as could be read; complete when nothing was refused. */
  readonly tree: Template;
  /** In the order of the text. */
  readonly errors: readonly TemplateError[];
}

/**
 * Reads a Go template as Prometheus 3.15 or Alertmanager 0.34 does. Never throws. What fails only when the template runs
 * is looked for once the syntax is right.
 *
 * @example
 * parseTemplate('{{ $labels.job }} down', 'prometheus').errors      // []
 * parseTemplate('{{ $value | humanise }}', 'prometheus').errors     // [{ effect: 'refused', message: '`humanise` is not …', … }]
 * parseTemplate('{{ if gt $value 10 }}…{{ end }}', 'prometheus').errors // [{ effect: 'failed', … hint: 'use `10.0`' }]
 */
export function parseTemplate(text: string, dialect: Dialect): ParsedTemplate {
  const { tree, errors } = readTemplate(text, dialect);
  return { tree, errors: errors.length > 0 ? errors : inOrder(flowOf(tree).errors) };
}

/**
 * Why a text is not loaded as a template: the mistakes of `parseTemplate` whose effect is `refused`, without a look at
 * what the template does.
 */
export function refusalsIn(text: string, dialect: Dialect): readonly TemplateError[] {
  return text.includes('{{') ? readTemplate(text, dialect).errors : [];
}

/** The reader of a rule file and the checks ask for the same text, and rules are often copies of each other. */
function readTemplate(text: string, dialect: Dialect): ParsedTemplate {
  const known = KNOWN[dialect];
  let read = known.get(text);
  if (read === undefined) {
    read = readAnew(text, dialect);
    if (known.size === CACHE_SIZE) known.clear();
    known.set(text, read);
  }
  return read;
}

const KNOWN: Readonly<Record<Dialect, Map<string, ParsedTemplate>>> = {
  prometheus: new Map(),
  alertmanager: new Map(),
};
const CACHE_SIZE = 5000;

function readAnew(text: string, dialect: Dialect): ParsedTemplate {
  const { tokens, errors } = tokenize(text);
  const variables = ['$', ...Object.keys(DIALECTS[dialect].variables)];
  const cursor = new Cursor(text, dialect, variables, tokens, errors);
  const nodes = parseTopLevel(cursor);
  const tree = { text, dialect, nodes, definitions: cursor.definitions };
  return { tree, errors: inOrder(cursor.errors) };
}

function inOrder(errors: readonly TemplateError[]): readonly TemplateError[] {
  return [...errors].sort((a, b) => a.span.start - b.span.start);
}

function parseTopLevel(cursor: Cursor): readonly Node[] {
  const nodes: Node[] = [];
  while (!cursor.at('eof')) {
    const { nodes: read, stop } = parseNodes(cursor, true);
    nodes.push(...read);
    if (stop !== undefined) {
      cursor.report(`\`${stop.word}\` closes nothing`, stop.span);
      cursor.close();
    }
  }
  return nodes;
}

/** The `else` or `end` that ended a list. The word is consumed, the rest of its action is not. */
interface Stop {
  readonly word: 'else' | 'end';
  readonly span: Span;
}

interface NodeList {
  readonly nodes: readonly Node[];
  /** Absent at the end of the text. */
  readonly stop?: Stop;
}

function parseNodes(cursor: Cursor, topLevel = false): NodeList {
  const nodes: Node[] = [];
  for (;;) {
    const token = cursor.next();
    const span = { start: token.start, end: token.end };
    if (token.kind === 'eof') return { nodes };
    if (token.kind === 'text') {
      nodes.push({ kind: 'text', text: cursor.textOf(span), span });
      continue;
    }
    cursor.enterAction();
    cursor.skipSpace();
    const word = cursor.accept('end') ?? cursor.accept('else');
    if (word !== undefined) {
      const { start, end } = word;
      return { nodes, stop: { word: word.kind as Stop['word'], span: { start, end } } };
    }
    const node = cursor.nested(() => parseAction(cursor, token.start, topLevel));
    if (node !== undefined) nodes.push(node);
  }
}

/** After `{{`. */
function parseAction(cursor: Cursor, start: number, topLevel: boolean): Node | undefined {
  const { token } = cursor;
  switch (token.kind) {
    case 'if':
    case 'range':
    case 'with':
      cursor.next();
      return parseControl(cursor, token.kind, start);
    case 'break':
    case 'continue':
      cursor.next();
      if (cursor.ranges === 0)
        cursor.report(`\`${token.kind}\` stands outside of \`range\``, token);
      cursor.close('`}}`');
      return { kind: token.kind, span: { start, end: cursor.end } };
    case 'template':
      cursor.next();
      return parseTemplateCall(cursor, start);
    case 'block':
      cursor.next();
      return parseBlock(cursor, start);
    case 'define':
      if (!topLevel) cursor.report('`define` stands inside another action', token);
      cursor.next();
      parseDefine(cursor, start);
      return undefined;
    default: {
      const pipeline = parsePipeline(cursor);
      cursor.close(pipeline === undefined ? undefined : '`}}`');
      return pipeline && { kind: 'action', pipeline, span: { start, end: cursor.end } };
    }
  }
}

function parseControl(cursor: Cursor, kind: 'if' | 'range' | 'with', start: number): Node {
  const scope = [...cursor.variables];
  const pipeline = parsePipeline(cursor, kind === 'range');
  cursor.close(pipeline === undefined ? undefined : '`}}`');
  const span = { start, end: cursor.end };
  if (kind === 'range') cursor.ranges++;
  const { nodes: then, stop } = parseNodes(cursor);
  if (kind === 'range') cursor.ranges--;
  const otherwise = parseElse(cursor, kind, span, stop);
  cursor.variables = scope;
  const node = { kind, then, span };
  return {
    ...node,
    ...(pipeline && { pipeline }),
    ...(otherwise && { else: otherwise }),
  };
}

/** What follows the first list, up to and with `end`. */
function parseElse(
  cursor: Cursor,
  kind: 'if' | 'range' | 'with',
  opening: Span,
  stop: Stop | undefined,
): readonly Node[] | undefined {
  if (stop?.word !== 'else') {
    finish(cursor, kind, opening, stop);
    return undefined;
  }
  if (kind !== 'range' && cursor.acceptAfterSpace(kind) !== undefined) {
    // Its `end` is this one's as well.
    const node = cursor.nested(() => parseControl(cursor, kind, stop.span.start));
    return node === undefined ? [] : [node];
  }
  cursor.close('`}}`');
  const rest = parseNodes(cursor);
  if (rest.stop?.word === 'else') {
    cursor.report(`\`${kind}\` has a second \`else\``, rest.stop.span);
    cursor.close();
    finish(cursor, kind, opening, parseNodes(cursor).stop);
  } else {
    finish(cursor, kind, opening, rest.stop);
  }
  return rest.nodes;
}

function finish(cursor: Cursor, kind: string, opening: Span, stop: Stop | undefined): void {
  if (stop === undefined) {
    cursor.report(`\`${kind}\` is never closed`, opening, 'add `{{ end }}`');
    return;
  }
  if (stop.word === 'else') cursor.report(`\`${kind}\` has no \`else\``, stop.span);
  cursor.close(stop.word === 'end' ? '`}}`' : undefined);
}

function parseTemplateCall(cursor: Cursor, start: number): Node | undefined {
  const name = parseName(cursor, 'template');
  if (name === undefined) {
    cursor.close();
    return undefined;
  }
  cursor.skipSpace();
  const isBare = cursor.at('}}');
  const pipeline = isBare ? undefined : parsePipeline(cursor);
  cursor.close(pipeline === undefined && !isBare ? undefined : '`}}`');
  const node = { kind: 'template', name, span: { start, end: cursor.end } } as const;
  return pipeline === undefined ? node : { ...node, pipeline };
}

function parseBlock(cursor: Cursor, start: number): Node | undefined {
  const name = parseName(cursor, 'block');
  const pipeline = name === undefined ? undefined : parsePipeline(cursor);
  cursor.close(pipeline === undefined ? undefined : '`}}`');
  const span = { start, end: cursor.end };
  parseDefinition(cursor, name, span, 'block');
  return name !== undefined && pipeline !== undefined
    ? { kind: 'template', name, pipeline, span }
    : undefined;
}

function parseDefine(cursor: Cursor, start: number): void {
  const name = parseName(cursor, 'define');
  cursor.close(name === undefined ? undefined : '`}}`');
  parseDefinition(cursor, name, { start, end: cursor.end }, 'define');
}

/** The body of `define` or `block`, which sees none of the variables around it. */
function parseDefinition(
  cursor: Cursor,
  name: string | undefined,
  opening: Span,
  kind: string,
): void {
  const { variables, ranges } = cursor;
  cursor.variables = ['$'];
  cursor.ranges = 0;
  const { nodes, stop } = parseNodes(cursor);
  finish(cursor, kind, opening, stop);
  cursor.variables = variables;
  cursor.ranges = ranges;
  if (name === undefined) return;
  if (cursor.definitions.has(name)) cursor.report(`"${name}" is defined twice`, opening);
  cursor.definitions.set(name, nodes);
}

function parseName(cursor: Cursor, keyword: string): string | undefined {
  const token = cursor.acceptAfterSpace('string');
  if (token === undefined) {
    cursor.unexpected(`the name of the template, as in \`${keyword} "name"\`,`);
    return undefined;
  }
  return unquote(cursor.textOf(token));
}
