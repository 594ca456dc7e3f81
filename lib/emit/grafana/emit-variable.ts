import {
  AdHocVariableBuilder,
  ConstantVariableBuilder,
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  IntervalVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableHide,
  type VariableModel,
  type VariableOption,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';

import {
  type Choice,
  type ChosenDatasource,
  type CustomVariable,
  grafanaDuration,
  type IntervalVariable,
  type ValuesVariable,
  type Variable,
} from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { canonical, type JsonObject } from './canonical.ts';
import type { DatasourceRef, Datasources } from './datasources.ts';
import { CONSTANT, VARIABLE } from './defaults.ts';
import { mergeRaw } from './merge-raw.ts';

/** The JSON of one variable, without what Grafana assumes anyway. */
export function emitVariable(variable: Variable, datasources: Datasources): JsonObject {
  const json: VariableModel = {
    ...model(variable, datasources),
    ...(variable.label === undefined ? {} : { label: variable.label }),
    ...(variable.description === undefined ? {} : { description: variable.description }),
    ...(variable.hide === undefined ? {} : { hide: HIDE[variable.hide] }),
  };
  const defaults = variable.type === 'constant' ? CONSTANT : VARIABLE;
  const minimal = canonical(json, defaults);
  return variable.raw === undefined ? minimal : canonical(mergeRaw(minimal, variable.raw));
}

const HIDE = { label: VariableHide.HideLabel, variable: VariableHide.HideVariable } as const;

function model(variable: Variable, datasources: Datasources): VariableModel {
  const { name } = variable;
  switch (variable.type) {
    case 'query':
      return fromQuery(variable, datasources);
    case 'custom':
      return custom(variable);
    case 'constant':
      return new ConstantVariableBuilder(name).value(variable.value).build();
    case 'textbox':
      return new TextBoxVariableBuilder(name).defaultValue(variable.initial).build();
    case 'interval':
      return interval(variable);
    case 'datasource': {
      const builder = new DatasourceVariableBuilder(name).type(variable.plugin);
      if (variable.regex !== undefined) builder.regex(variable.regex);
      const initial = variable.initial ?? datasources.default(variable.plugin)?.uid;
      if (initial !== undefined && initial !== '')
        builder.current(option(datasources.nameOf(initial), initial));
      return builder.build();
    }
    case 'adhoc': {
      const datasource = askedBy(variable, datasources);
      return withDatasource(new AdHocVariableBuilder(name), datasource).build();
    }
  }
}

function custom({ name, values, choice }: CustomVariable): VariableModel {
  const texts = values.map(({ text, value }) =>
    text === value ? escaped(value) : `${escaped(text)} : ${escaped(value)}`,
  );
  const textOf = (chosen: string) => values.find(({ value }) => value === chosen)?.text ?? chosen;
  return withChoice(new CustomVariableBuilder(name).values(texts.join(',')), choice, textOf);
}

/** `refresh` is always written: a variable without it is never filled. */
function fromQuery(variable: ValuesVariable, datasources: Datasources): VariableModel {
  const { name, source, choice, regex, sort, refresh } = variable;
  const query = queryOf(source);
  const builder = new QueryVariableBuilder(name)
    .query(
      source.kind === 'text'
        ? query
        : {
            query,
            qryType: source.kind === 'labelValues' ? 1 : 3,
            refId: 'PrometheusVariableQueryEditor-VariableQuery',
          },
    )
    .definition(query)
    .refresh(
      refresh === 'load' ? VariableRefresh.OnDashboardLoad : VariableRefresh.OnTimeRangeChanged,
    )
    .sort(SORT[sort]);
  if (regex !== undefined) builder.regex(regex);
  return withChoice(withDatasource(builder, askedBy(variable, datasources)), choice);
}

function askedBy(
  { datasource }: { readonly datasource?: ChosenDatasource },
  datasources: Datasources,
): DatasourceRef | undefined {
  return datasource === undefined
    ? datasources.of('prometheus')
    : datasources.of(undefined, datasource);
}

function queryOf(source: ValuesVariable['source']): string {
  switch (source.kind) {
    case 'labelValues':
      return `label_values(${print(source.selector)}, ${source.label})`;
    case 'queryResult':
      return `query_result(${print(source.node)})`;
    case 'text':
      return source.text;
  }
}

const SORT = {
  none: VariableSort.Disabled,
  asc: VariableSort.AlphabeticalAsc,
  desc: VariableSort.AlphabeticalDesc,
  numericAsc: VariableSort.NumericalAsc,
  numericDesc: VariableSort.NumericalDesc,
  naturalAsc: VariableSort.NaturalAsc,
  naturalDesc: VariableSort.NaturalDesc,
} as const satisfies Record<ValuesVariable['sort'], VariableSort>;

function interval({ name, values, initial, auto }: IntervalVariable): VariableModel {
  const texts = values.map(grafanaDuration);
  const builder = new IntervalVariableBuilder(name).values(texts.join(','));
  if (auto !== undefined) {
    builder.auto(true).stepCount(auto.parts).minInterval(grafanaDuration(auto.min));
  }
  if (initial !== undefined) {
    const text = grafanaDuration(initial);
    builder.current(option(text, text));
  }
  return builder.build();
}

const ALL = option('All', '$__all');

function withChoice(
  builder: QueryVariableBuilder | CustomVariableBuilder,
  { several, includeAll, allValue, initial }: Choice,
  textOf = (value: string) => value,
): VariableModel {
  builder.multi(several).includeAll(includeAll);
  if (allValue !== undefined) builder.allValue(allValue);
  const [first] = initial ?? [];
  if (initial !== undefined && first !== undefined) {
    builder.current(
      several ? { text: initial.map(textOf), value: [...initial] } : option(textOf(first), first),
    );
  } else if (includeAll) {
    builder.current(several ? { text: ['All'], value: ['$__all'] } : ALL);
  }
  return builder.build();
}

function withDatasource<B extends { datasource(ref: DatasourceRef): B }>(
  builder: B,
  ref: DatasourceRef | undefined,
): B {
  return ref === undefined ? builder : builder.datasource(ref);
}

function option(text: string, value: string): VariableOption {
  return { text, value };
}

/** Grafana splits the values of a custom variable at commas. */
function escaped(text: string): string {
  return text.replaceAll(',', '\\,');
}
