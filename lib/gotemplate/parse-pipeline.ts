import type { Span } from '../diagnostics/index.ts';
import type { Command, Operand, Pipeline } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseOperand } from './parse-operand.ts';

/**
 * Reads a pipeline up to the `}}` or `)` that ends it, which is left to the caller.
 *
 * @param forRange whether two variables may be declared
 * @returns nothing when it could not be read; the mistake is reported
 */
export function parsePipeline(cursor: Cursor, forRange = false): Pipeline | undefined {
  cursor.skipSpace();
  const { start } = cursor.token;
  const declaration = parseDeclaration(cursor, forRange);
  if (declaration === undefined) return undefined;
  const commands = parseCommands(cursor);
  if (commands === undefined) return undefined;
  const { declares, assigns } = declaration;
  const span = { start, end: commands.at(-1)?.span.end ?? start };
  return assigns ? { declares, assigns, commands, span } : { declares, commands, span };
}

interface Declaration {
  readonly declares: Pipeline['declares'];
  readonly assigns: boolean;
}

/** `$x :=`, `$x =`, `$i, $x :=`. Nothing is declared when something else stands there. */
function parseDeclaration(cursor: Cursor, forRange: boolean): Declaration | undefined {
  const mark = cursor.mark();
  const first = cursor.accept('variable');
  const names = first === undefined ? [] : [first];
  if (first !== undefined && cursor.acceptAfterSpace(',') !== undefined) {
    const second = cursor.acceptAfterSpace('variable');
    if (second === undefined) return refuse(cursor, 'a second variable');
    names.push(second);
    if (!forRange) cursor.report('only `range` declares two variables', second);
  }
  const sign = cursor.acceptAfterSpace(':=') ?? cursor.acceptAfterSpace('=');
  if (first === undefined || sign === undefined) {
    if (names.length > 1) return refuse(cursor, '`:=`');
    cursor.rewind(mark);
    return { declares: [], assigns: false };
  }
  const declares = names.map(({ start, end }) => ({
    name: cursor.text.slice(start, end),
    span: { start, end },
  }));
  // An assignment to what is not declared fails only when it runs.
  cursor.variables.push(...declares.map(({ name }) => name));
  return { declares, assigns: sign.kind === '=' };
}

function parseCommands(cursor: Cursor): readonly Command[] | undefined {
  const commands: Command[] = [];
  // Go takes a `|` at the end, and ignores it.
  while (commands.length === 0 || !endsPipeline(cursor)) {
    const command = parseCommand(cursor);
    if (command === undefined) return undefined;
    if (commands.length > 0 && isLiteral(command.operand)) {
      const what = cursor.textOf(command.operand.span);
      cursor.report(`\`${what}\` is not a function, so it cannot take a value`, command.span);
    }
    commands.push(command);
    if (cursor.acceptAfterSpace('|') === undefined) return commands;
  }
  return commands;
}

function endsPipeline(cursor: Cursor): boolean {
  cursor.skipSpace();
  return cursor.at('}}') || cursor.at(')');
}

function isLiteral({ kind }: Operand): boolean {
  return ['bool', 'dot', 'nil', 'number', 'string'].includes(kind);
}

function parseCommand(cursor: Cursor): Command | undefined {
  cursor.skipSpace();
  const { start } = cursor.token;
  const operand = parseOperand(cursor, readParenthesized);
  if (operand === undefined) return refuse(cursor, 'a value');
  const args: Operand[] = [];
  while (cursor.at('space')) {
    cursor.skipSpace();
    if (endsCommand(cursor)) break;
    const arg = parseOperand(cursor, readParenthesized);
    if (arg === undefined) return refuse(cursor, 'an argument, `|` or the end');
    args.push(arg);
  }
  if (!endsCommand(cursor)) return refuse(cursor, 'a blank, `|` or the end');
  return { operand, args, span: { start, end: (args.at(-1) ?? operand).span.end } };
}

function endsCommand(cursor: Cursor): boolean {
  return cursor.at('|') || cursor.at('}}') || cursor.at(')');
}

function readParenthesized(cursor: Cursor): Operand | undefined {
  const open = cursor.next();
  const pipeline = cursor.nested(() => parsePipeline(cursor));
  if (pipeline === undefined) return undefined;
  if (cursor.acceptAfterSpace(')') === undefined) {
    cursor.report('the parenthesis needs a closing `)`', open);
    return undefined;
  }
  const span: Span = { start: open.start, end: cursor.end };
  return { kind: 'pipeline', pipeline, span };
}

function refuse(cursor: Cursor, wanted: string): undefined {
  cursor.unexpected(wanted);
  return undefined;
}
