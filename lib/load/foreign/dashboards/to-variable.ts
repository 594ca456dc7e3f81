import { Duration } from '../../../catalog/index.ts';
import type { Result, Span } from '../../../diagnostics/index.ts';
import type { ValueSource, Variable } from '../../../model/index.ts';
import { type ForeignFile, ForeignSite } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';
import { readExpression } from '../read-expression.ts';
import type { Keys } from '../source-document.ts';
import type { DatasourceKinds } from './datasource-kinds.ts';
import { refreshProblem } from './refresh-problem.ts';

/** A variable in the shape of classic dashboards, and where it stands. */
export interface RawVariable {
  readonly variable: Raw;
  readonly keys: Keys;
  /** Of its settings. */
  readonly settings: Keys;
  /** Of the text of its query. */
  readonly query: Keys;
}

/** All variables of a classic dashboard, or of a version 2 resource. */
export function rawVariables(dashboard: Raw, keys: Keys): readonly RawVariable[] {
  if (Array.isArray(dashboard.variables)) {
    return dashboard.variables.map((variable, i) =>
      v2Variable(rawOf(variable), [...keys, 'variables', i]),
    );
  }
  return listOf(rawOf(dashboard.templating).list).map((each, i) => {
    const variable = rawOf(each);
    const at = [...keys, 'templating', 'list', i];
    const query = [...at, ...(isRaw(variable.query) ? ['query', 'query'] : ['query'])];
    return { variable, keys: at, settings: at, query };
  });
}

function v2Variable({ kind, spec }: Raw, keys: Keys): RawVariable {
  const inner = rawOf(spec);
  const type = TYPES[String(kind)] ?? 'textbox';
  const settings = [...keys, 'spec'];
  const asked = rawOf(inner.query);
  const said = rawOf(asked.spec);
  const key = typeof said.__legacyStringValue === 'string' ? '__legacyStringValue' : 'query';
  const query = type === 'datasource' ? inner.pluginId : (said[key] ?? inner.query);
  const plugin = textOf(asked.group) ?? textOf(asked.kind);
  const datasource = inner.datasource ?? (plugin === undefined ? undefined : { type: plugin });
  return {
    variable: { ...inner, type, query, datasource },
    keys,
    settings,
    query: [...settings, 'query', 'spec', key],
  };
}

const TYPES: Readonly<Record<string, string>> = {
  QueryVariable: 'query',
  CustomVariable: 'custom',
  ConstantVariable: 'constant',
  TextVariable: 'textbox',
  IntervalVariable: 'interval',
  DatasourceVariable: 'datasource',
  AdhocVariable: 'adhoc',
};

interface Context {
  readonly file: ForeignFile;
  readonly document: JsonDocument;
  readonly kinds: DatasourceKinds;
  readonly path: readonly string[];
}

/** The variable, as far as the checks look at it. */
export function toVariable(raw: RawVariable, context: Context): Result<Variable> {
  const { variable, keys } = raw;
  const name = textOf(variable.name) ?? '';
  const several = variable.multi === true;
  const includeAll = variable.includeAll === true;
  const allValue = textOf(variable.allValue);
  const common = { kind: 'variable', name, multi: several || includeAll } as const;
  const asked = askedBy(variable);
  const query = raw.query.slice(keys.length);
  const site = new ForeignSite(context.file, context.document, keys, query, asked?.offset);
  const choice = { several, includeAll, ...(allValue === undefined ? {} : { allValue }) };
  switch (variable.type) {
    case 'query': {
      const path = [...context.path, `variable ${name}`];
      const { value: source, diagnostics } =
        asked === undefined
          ? { value: undefined, diagnostics: [] }
          : sourceOf(asked, variable, { site, path }, context.kinds);
      const value: Variable =
        source === undefined
          ? { ...common, site, type: 'custom', values: [], choice }
          : {
              ...common,
              site,
              type: 'query',
              source,
              choice,
              refresh: ON_TIME.has(variable.refresh) ? 'time' : 'load',
              sort: 'none',
              ...(textOf(variable.regex) === undefined ? {} : { regex: String(variable.regex) }),
            };
      const outdated = source === undefined ? [] : refreshProblem(raw, path, context);
      return { value, diagnostics: [...diagnostics, ...outdated] };
    }
    case 'datasource': {
      const label = textOf(variable.label);
      return of({
        kind: 'variable',
        name,
        site,
        ...(label === undefined ? {} : { label }),
        type: 'datasource',
        plugin: (textOf(variable.query) ?? 'prometheus') as 'prometheus',
      });
    }
    case 'interval':
      return of({
        kind: 'variable',
        name,
        interval: true,
        site,
        type: 'interval',
        values: intervalsOf(variable),
      });
    case 'adhoc':
    case 'groupby':
      return of({ kind: 'variable', name, site, type: 'adhoc' });
    case 'custom':
      return of({ ...common, site, type: 'custom', values: [], choice });
    case 'constant':
      return of({ ...common, site, type: 'constant', value: textOf(variable.query) ?? '' });
    default:
      return of({ ...common, site, type: 'textbox', initial: textOf(variable.query) ?? '' });
  }
}

/** Of classic dashboards, and of version 2. */
const ON_TIME: ReadonlySet<unknown> = new Set([2, 'onTimeRangeChanged']);

function of(value: Variable): Result<Variable> {
  return { value, diagnostics: [] };
}

function intervalsOf({ query }: Raw): readonly Duration[] {
  return (textOf(query) ?? '').split(',').flatMap((text) => Duration.parse(text.trim()) ?? []);
}

/** The expression in the query of a variable. */
interface Asked {
  readonly call: 'label_values' | 'query_result';
  readonly text: string;
  /** Of the text in the query. */
  readonly offset: number;
}

/** `undefined` where the query asks nobody for the values of an expression. */
function askedBy(variable: Raw): Asked | undefined {
  const query = textOf(variable.query) ?? textOf(rawOf(variable.query).query) ?? '';
  const [, call, inside = ''] = CALL.exec(query) ?? [];
  if (call !== 'label_values' && call !== 'query_result') return undefined;
  const end = call === 'label_values' ? inside.lastIndexOf(',') : inside.length;
  // Without a comma: the label of all metrics.
  return end === -1
    ? undefined
    : { call, text: inside.slice(0, end), offset: query.indexOf(inside) };
}

const CALL = /^\s*(label_values|query_result)\(([\s\S]*)\)\s*$/;

/** What it asks Prometheus for; `undefined` where that is no expression. */
function sourceOf(
  { call, text }: Asked,
  variable: Raw,
  at: { readonly site: ForeignSite; readonly path: readonly string[] },
  kinds: DatasourceKinds,
): Result<ValueSource | undefined> {
  const language = kinds.languageOf(variable.datasource);
  if (language === 'other' || language === 'logql') return { value: undefined, diagnostics: [] };
  const where = (span: Span) => at.site.where(at.path, span);
  const { value: node, diagnostics } = readExpression(text, where, { variables: true });
  // Loki, which has the same function, selects streams without a name.
  if (language === 'unknown' && diagnostics.length > 0 && !/^\s*[a-zA-Z_:][\w:]*\s*\{/.test(text))
    return { value: undefined, diagnostics: [] };
  if (node === undefined) return { value: undefined, diagnostics };
  if (call === 'query_result') return { value: { kind: 'queryResult', node, text }, diagnostics };
  const query = textOf(variable.query) ?? textOf(rawOf(variable.query).query) ?? '';
  const label = query
    .slice(query.lastIndexOf(',') + 1)
    .replace(/\)\s*$/, '')
    .trim();
  const value: ValueSource | undefined =
    node.kind === 'selector' ? { kind: 'labelValues', selector: node, label, text } : undefined;
  return { value, diagnostics };
}
