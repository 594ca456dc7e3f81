import type { Aggregate, Call, Expr, Grouping } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { AGGREGATES, FUNCTIONS } from './functions.ts';
import { isAggregateOp } from './keywords.ts';
import { parseLabels } from './parse-matching.ts';
import type { Token } from './token.ts';

/** Reads one expression; handed down, because an argument is an expression again. */
export type ReadExpression = () => Expr | undefined;

/** `name(args)`. */
export function parseCall(cursor: Cursor, read: ReadExpression): Call {
  const name = cursor.next();
  const func = cursor.textOf(name);
  if (Object.hasOwn(FUNCTIONS, func) && FUNCTIONS[func]?.experimental) {
    cursor.reportExperimental(`\`${func}()\``, 'promql-experimental-functions', name);
  }
  const args = parseArguments(cursor, read);
  if (func === 'info') checkInfoSelector(cursor, args[1]);
  return { kind: 'call', func, args, span: cursor.spanFrom(name.start) };
}

/** `sum by (a) (x)` or `sum (x) by (a)`. The next token is the operation. */
export function parseAggregate(cursor: Cursor, read: ReadExpression): Aggregate | undefined {
  const name = cursor.next();
  if (!isAggregateOp(name.kind)) return undefined;
  if (AGGREGATES[name.kind].experimental) {
    cursor.reportExperimental(`\`${name.kind}\``, 'promql-experimental-functions', name);
  }
  const isGrouped = cursor.kind === 'by' || cursor.kind === 'without';
  const before = parseGrouping(cursor);
  if (cursor.kind !== '(') {
    cursor.unexpected(`\`(\` of \`${name.kind}\``);
    return undefined;
  }
  const args = parseArguments(cursor, read);
  const grouping = isGrouped ? before : parseGrouping(cursor);
  return aggregate(cursor, name, args, grouping);
}

function aggregate(
  cursor: Cursor,
  name: Token,
  args: readonly Expr[],
  grouping: Grouping | undefined,
): Aggregate | undefined {
  const span = cursor.spanFrom(name.start);
  const op = name.kind;
  if (!isAggregateOp(op)) return undefined;
  const wanted = AGGREGATES[op].param === undefined ? 1 : 2;
  const of = args.at(wanted === 2 && args.length > 1 ? 1 : 0);
  if (args.length === 0) {
    cursor.report(`\`${op}\` needs an expression to aggregate`, span);
  } else if (args.length > wanted) {
    const takes = wanted === 1 ? '1 argument' : '2 arguments';
    const hint = wanted === 1 && args.length === 2 ? `\`${op} by (…) (…)\` groups` : undefined;
    cursor.report(`\`${op}\` takes ${takes}, not ${args.length}`, span, hint);
  }
  if (of === undefined) return undefined;
  return {
    kind: 'aggregate',
    op,
    of,
    ...(wanted === 2 && args.length > 1 && args[0] !== undefined && { param: args[0] }),
    ...(grouping !== undefined && { grouping }),
    span,
  };
}

/** `by ()` says nothing and is left out. */
function parseGrouping(cursor: Cursor): Grouping | undefined {
  if (cursor.kind !== 'by' && cursor.kind !== 'without') return undefined;
  const { kind } = cursor;
  cursor.next();
  const labels = parseLabels(cursor, kind);
  return kind === 'by' && labels.length === 0 ? undefined : { kind, labels };
}

function parseArguments(cursor: Cursor, read: ReadExpression): readonly Expr[] {
  const args: Expr[] = [];
  cursor.next();
  while (cursor.accept(')') === undefined) {
    const argument = read();
    if (argument !== undefined) args.push(argument);
    if (cursor.kind === 'eof') {
      cursor.unexpected('`)`');
      break;
    }
    if (cursor.kind !== ')' && cursor.kind !== ',') {
      cursor.unexpected('`,` or `)`');
      cursor.skipTo(',', ')');
    }
    const comma = cursor.accept(',');
    if (comma !== undefined && cursor.kind === ')') {
      cursor.report('the arguments end with a `,`', comma, 'remove the `,`');
    }
  }
  return args;
}

/** The second argument of `info()` selects labels; a metric's name is allowed in its braces only. */
function checkInfoSelector(cursor: Cursor, argument: Expr | undefined): void {
  if (argument?.kind !== 'selector' || argument.name === undefined) return;
  if (argument.span === undefined || cursor.text[argument.span.start] === '{') return;
  const message = `\`info()\` takes label matchers, not the metric \`${argument.name}\``;
  cursor.report(message, argument.span, `\`{__name__="${argument.name}"}\``);
}
