import { hasComment } from '../../normalise/index.ts';
import { type Expr, parse, print, promql, variablesIn } from '../../promql/index.ts';
import { builderSource } from '../promql/index.ts';
import { call, type Code, json, method, object } from '../source/index.ts';
import { type Context, datasourceCode, type Tally } from './context.ts';
import { duration, isRaw, type Raw, textAt } from './readers.ts';

/** How queries of a panel type ask where they do not say it; as `lib/emit/grafana/kinds` has it. */
export type Asks = 'series' | 'total' | 'table' | 'heatmap';

/** An expression as source. */
export interface ExpressionCode {
  readonly code: Code;
  /** Labels that a legend may name; `undefined`: it has no method for a legend that is checked. */
  readonly labels: 'open' | ReadonlySet<string> | undefined;
}

/** PromQL as typed calls, or else as text; `undefined` where it is no PromQL that can be read and written again. */
export function readExpression(
  text: string,
  context: Context,
  tally: Tally,
  place: string,
): ExpressionCode | undefined {
  const { expr, errors } = parse(text);
  tally.expressions++;
  if (
    expr === undefined ||
    errors.length > 0 ||
    hasComment(text) ||
    HIDDEN.test(text.replace(/[\t\r\n]+/g, ' '))
  ) {
    context.keep({
      place,
      reason: `not PromQL as dashc reads it: ${errors[0]?.message ?? 'it has a comment or a control character'}`,
    });
    return undefined;
  }
  const built = builderSource(expr, context.handles);
  if (built.code !== undefined) {
    tally.typedExpressions++;
    const code = {
      kind: 'made',
      code: built.code,
      // What is not there would be an import that nobody uses.
      names: built.names.filter((name) => new RegExp(`\\b${name}\\b`).test(built.code)),
      value: built.value,
    } as const;
    return { code, labels: built.type === 'vector' ? built.labels : undefined };
  }
  context.keep({ place, reason: `text instead of typed calls: ${built.reason}` });
  return { code: template(expr), labels: 'open' };
}

/** What a template literal cannot hold, or an editor would not show. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** The tree is printed anew, so that every backslash in it is one of an escape, of which there are two or none. */
function template(expr: Expr): Code {
  const text = print(expr).replace(/[`]|\$(?=\{)/g, '\\$&');
  const strings = Object.assign([text], { raw: [text] });
  return { kind: 'made', code: `promql\`${text}\``, names: ['promql'], value: promql(strings) };
}

/** What a query's panel says for it. */
export interface QueryPlace {
  readonly asks: Asks;
  /** The one that it has where it says none. */
  readonly refId: string;
  readonly datasource: Raw[string] | undefined;
  /** For people. */
  readonly place: string;
}

/** A query of a panel as an argument of `.query()`. */
export function readQuery(
  target: Raw,
  { asks, refId: expected, datasource: ofPanel, place }: QueryPlace,
  context: Context,
  tally: Tally,
): Code {
  const { expr, refId, datasource, legendFormat, hide, ...rest } = target;
  const whom = datasource ?? ofPanel;
  const language = isRaw(whom) ? (whom.type ?? 'prometheus') : 'prometheus';
  const chosen = datasource === undefined ? undefined : datasourceCode(datasource, context);
  const isLost = datasource !== undefined && chosen === undefined;
  if (typeof expr !== 'string' || isLost || !LANGUAGES.has(String(language))) {
    if (typeof expr === 'string')
      context.keep({ place, reason: `a query of \`${String(language)}\`` });
    return rawQuery(target);
  }
  const isLoki = language === 'loki';
  const read = isLoki
    ? { code: call('logql', json(expr)), labels: undefined }
    : readExpression(expr, context, tally, place);
  if (read === undefined) return rawQuery(target);
  const options: Record<string, Code | undefined> = { datasource: chosen };
  const left: Record<string, Raw[string]> = { ...rest };
  if (refId !== expected && typeof refId === 'string') options.refId = json(refId);
  if (hide === true) options.hide = json(true);
  const legend = legendOf(textAt(target, 'legendFormat') ?? '', asks, isLoki);
  if (legendFormat !== undefined && typeof legendFormat !== 'string') return rawQuery(target);
  if (isLoki) lokiOptions(left, options, asks);
  else promqlOptions(expr, left, options, asks);
  const code = legend === undefined ? read.code : withLegend(read, legend, options);
  const raw = Object.keys(left).length === 0 ? undefined : json(left);
  const all = object({ ...options, raw });
  return all.kind === 'object' && all.entries.length === 0 ? code : call('target', code, all);
}

/** The query as its JSON. */
function rawQuery(target: Raw): Code {
  return call('rawQuery', json(target));
}

/** `undefined`: as the panel type has it. */
function legendOf(legend: string, asks: Asks, isLoki: boolean): string | undefined {
  if (isLoki) return legend === '' ? undefined : legend;
  const assumed = asks === 'heatmap' ? '{{le}}' : '__auto';
  return legend === assumed ? undefined : legend;
}

function withLegend(
  { code, labels }: ExpressionCode,
  legend: string,
  options: Record<string, Code | undefined>,
): Code {
  const named = [...legend.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name.trim());
  const isTyped =
    labels !== undefined &&
    (labels === 'open' || named.every((name) => labels.has(name))) &&
    !/\{\{(?![^{}]*\}\})/.test(legend);
  if (isTyped) return method(code, 'legend', [json(legend)]);
  options.legend = json(legend);
  return code;
}

function promqlOptions(
  expr: string,
  left: Record<string, Raw[string]>,
  options: Record<string, Code | undefined>,
  asks: Asks,
): void {
  const { instant = false, range, format = 'time_series', exemplar, interval } = left;
  const isTotal = asks === 'total' && spansRange(expr);
  const assumed = asks === 'table' || isTotal;
  if (instant === true && range === true) {
    options.both = json(true);
    delete left.range;
    delete left.instant;
  } else if (typeof instant === 'boolean') {
    if (instant !== assumed) options.instant = json(instant);
    delete left.instant;
  }
  const known = format === 'time_series' || format === 'table' || format === 'heatmap';
  if (known) {
    if (format !== FORMAT[asks]) options.format = json(format);
    delete left.format;
  }
  if (exemplar === true) {
    options.exemplars = json(true);
    delete left.exemplar;
  }
  takeInterval(interval, 'interval', left, options);
}

function lokiOptions(
  left: Record<string, Raw[string]>,
  options: Record<string, Code | undefined>,
  asks: Asks,
): void {
  const { queryType = 'range', step } = left;
  if (queryType === 'range' || queryType === 'instant') {
    const assumed = asks === 'table';
    if ((queryType === 'instant') !== assumed) options.instant = json(queryType === 'instant');
    delete left.queryType;
  }
  takeInterval(step, 'step', left, options);
}

function takeInterval(
  value: Raw[string] | undefined,
  key: string,
  left: Record<string, Raw[string]>,
  options: Record<string, Code | undefined>,
): void {
  const code = value === undefined ? undefined : duration(value);
  if (code === undefined) return;
  options.minInterval = code;
  delete left[key];
}

const FORMAT = {
  series: 'time_series',
  total: 'time_series',
  table: 'table',
  heatmap: 'heatmap',
} as const satisfies Record<Asks, string>;

function spansRange(expr: string): boolean {
  return variablesIn(expr).some(({ name }) => name.startsWith('__range'));
}

/** Whom dashc asks in its own languages. */
const LANGUAGES: ReadonlySet<string> = new Set(['prometheus', 'loki']);
