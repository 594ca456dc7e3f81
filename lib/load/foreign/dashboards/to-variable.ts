import { Duration } from '../../../catalog/index.ts';
import type { Result, Span } from '../../../diagnostics/index.ts';
import type { ValueSource, Variable } from '../../../model/index.ts';
import { type ForeignFile, ForeignSite } from '../foreign-site.ts';
import { listOf, type Raw, rawOf, textOf } from '../raw.ts';
import { readExpression } from '../read-expression.ts';
import type { Keys, SourceDocument } from '../source-document.ts';
import type { DatasourceKinds } from './datasource-kinds.ts';

/** A variable in the shape of classic dashboards, and where it stands. */
export interface RawVariable {
  readonly variable: Raw;
  readonly keys: Keys;
}

/** All variables of a classic dashboard, or of a version 2 resource. */
export function rawVariables(dashboard: Raw, keys: Keys): readonly RawVariable[] {
  if (Array.isArray(dashboard.variables)) {
    return dashboard.variables.map((variable, i) => {
      const { kind, spec } = rawOf(variable);
      const inner = rawOf(spec);
      const type = TYPES[String(kind)] ?? 'textbox';
      const query = type === 'datasource' ? inner.pluginId : queryOfV2(inner.query);
      return { variable: { ...inner, type, query }, keys: [...keys, 'variables', i] };
    });
  }
  return listOf(rawOf(dashboard.templating).list).map((variable, i) => ({
    variable: rawOf(variable),
    keys: [...keys, 'templating', 'list', i],
  }));
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

function queryOfV2(query: unknown): unknown {
  const { spec } = rawOf(query);
  return spec === undefined ? query : (rawOf(spec).__legacyStringValue ?? spec);
}

interface Context {
  readonly file: ForeignFile;
  readonly document: SourceDocument;
  readonly kinds: DatasourceKinds;
  readonly path: readonly string[];
}

/** The variable, as far as the checks look at it. */
export function toVariable({ variable, keys }: RawVariable, context: Context): Result<Variable> {
  const name = textOf(variable.name) ?? '';
  const several = variable.multi === true;
  const includeAll = variable.includeAll === true;
  const allValue = textOf(variable.allValue);
  const common = { kind: 'variable', name, multi: several || includeAll } as const;
  const asked = askedBy(variable);
  const at = [context.file, context.document, keys, queryKeys(variable), asked?.offset] as const;
  const site = new ForeignSite(...at);
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
              refresh: variable.refresh === 2 ? 'time' : 'load',
              sort: 'none',
              ...(textOf(variable.regex) === undefined ? {} : { regex: String(variable.regex) }),
            };
      return { value, diagnostics };
    }
    case 'datasource':
      return of({
        kind: 'variable',
        name,
        site,
        type: 'datasource',
        plugin: (textOf(variable.query) ?? 'prometheus') as 'prometheus',
      });
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

function of(value: Variable): Result<Variable> {
  return { value, diagnostics: [] };
}

function intervalsOf({ query }: Raw): readonly Duration[] {
  return (textOf(query) ?? '').split(',').flatMap((text) => Duration.parse(text.trim()) ?? []);
}

function queryKeys({ query }: Raw): Keys {
  return typeof query === 'string' ? ['query'] : ['query', 'query'];
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
  if (language === 'unknown' && diagnostics.length > 0)
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
