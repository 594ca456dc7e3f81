import { compileRegex } from '../regex.ts';
import { isEqual, isLess } from './compare.ts';
import { parseDuration, toNumber, toText } from './convert.ts';
import { escapeHtml, escapeJs, escapeQuery } from './escape.ts';
import { expandReplacement } from './expand-replacement.ts';
import { stripDomain, stripPort } from './host.ts';
import { humanize1024, humanize, humanizeDuration, humanizePercentage } from './humanize.ts';
import { indexInto, lengthOf, slice } from './index-into.ts';
import { print, printf, println } from './print.ts';
import { RenderFailure } from './render-failure.ts';
import { titleCase } from './title-case.ts';
import { float, int, isTrue, show, type Value } from './value.ts';

/** What the functions of Prometheus know of their server. */
export interface Server {
  readonly externalURL: string;
}

type Implementation = (args: readonly Value[], server: Server) => Value;

/**
 * What a function makes of its arguments, whose number is right.
 *
 * @throws RenderFailure when it fails, or needs a running Prometheus
 */
export function call(name: string, args: readonly Value[], server: Server): Value {
  const implementation = FUNCTIONS[name];
  if (implementation === undefined) throw new RenderFailure(`\`${name}\` needs a running server`);
  return implementation(args, server);
}

const FUNCTIONS: Readonly<Record<string, Implementation>> = {
  // Of Go.
  eq: ([left, ...others]) => isEqual(left, others),
  ge: ([left, right]) => !isLess(left, right),
  gt: ([left, right]) => !isLess(left, right) && !isEqual(left, [right]),
  html: (args) => escapeHtml(printed(args)),
  index: ([of, ...keys]) => keys.reduce(indexInto, of),
  js: (args) => escapeJs(printed(args)),
  le: ([left, right]) => isLess(left, right) || isEqual(left, [right]),
  len: ([of]) => int(lengthOf(of)),
  lt: ([left, right]) => isLess(left, right),
  ne: ([left, right]) => !isEqual(left, [right]),
  not: ([of]) => !isTrue(of),
  print: (args) => print(args),
  printf: ([format, ...args]) => printf(toText(format), args),
  println: (args) => println(args),
  slice: ([of, ...bounds]) => slice(toText(of), bounds),
  urlquery: (args) => escapeQuery(printed(args)),

  // Of Prometheus.
  args: (args) => ({
    kind: 'map',
    entries: new Map(args.map((arg, at) => [`arg${at}`, arg] as const)),
  }),
  externalURL: (_args, { externalURL }) => externalURL,
  graphLink: ([expr]) => `/graph?g0.expr=${escapeQuery(toText(expr))}&g0.tab=0`,
  humanize: ([value]) => humanize(toNumber(value)),
  humanize1024: ([value]) => humanize1024(toNumber(value)),
  humanizeDuration: ([value]) => humanizeDuration(toNumber(value)),
  humanizePercentage: ([value]) => humanizePercentage(toNumber(value)),
  humanizeTimestamp: ([value]) => humanizeTimestamp(toNumber(value)),
  match: ([pattern, text]) => regex(pattern).matcher(toText(text)).find(),
  parseDuration: ([text]) => float(parseDuration(toText(text))),
  pathPrefix: (_args, { externalURL }) => /^[^/]*\/\/[^/]*([^?#]*)/.exec(externalURL)?.[1] ?? '',
  reReplaceAll: ([pattern, replacement, text]) =>
    replaceAll(pattern, toText(replacement), toText(text)),
  safeHtml: ([text]) => toText(text),
  stripDomain: ([address]) => stripDomain(toText(address)),
  stripPort: ([address]) => stripPort(toText(address)),
  tableLink: ([expr]) => `/graph?g0.expr=${escapeQuery(toText(expr))}&g0.tab=1`,
  title: ([text]) => titleCase(toText(text)),
  toDuration: ([value]) => toDuration(toNumber(value)),
  toLower: ([text]) => toText(text).toLowerCase(),
  toTime: ([value]) => toTime(toNumber(value)),
  toUpper: ([text]) => toText(text).toUpperCase(),
  urlQueryEscape: ([text]) => escapeQuery(toText(text)),
};

function printed(args: readonly Value[]): string {
  const [only] = args;
  return args.length === 1 && typeof only === 'string' ? only : print(args);
}

function humanizeTimestamp(value: number): string {
  if (!Number.isFinite(value)) return show(float(value));
  return show(toTime(value));
}

/** Go counts nanoseconds in 64 bits, Prometheus milliseconds. */
function toTime(seconds: number): Value {
  if (!Number.isFinite(seconds)) throw new RenderFailure('the value is NaN or infinite');
  if (Math.abs(seconds * 1e9) > 2 ** 63) {
    throw new RenderFailure(`${show(float(seconds))} is too far away for a timestamp`);
  }
  return { kind: 'time', milliseconds: Math.trunc(Math.trunc(seconds * 1e9) / 1e6) };
}

function toDuration(seconds: number): Value {
  const nanoseconds = Math.trunc(seconds * 1e9);
  if (!(Math.abs(nanoseconds) < 2 ** 63)) {
    throw new RenderFailure(`${show(float(seconds))} seconds are no duration`);
  }
  return { kind: 'duration', nanoseconds: BigInt(nanoseconds) };
}

function regex(pattern: Value): Exclude<ReturnType<typeof compileRegex>, string> {
  const compiled = compileRegex(toText(pattern));
  if (typeof compiled === 'string') throw new RenderFailure(compiled);
  return compiled;
}

function replaceAll(pattern: Value, replacement: string, text: string): string {
  const compiled = regex(pattern);
  const names = compiled.namedGroups();
  return compiled.matcher(text).replaceAll((...found: unknown[]) =>
    expandReplacement(replacement, (name) => {
      const group = found[/^\d+$/.test(name) ? Number(name) : (names[name] ?? -1)];
      return typeof group === 'string' ? group : undefined;
    }),
  );
}
