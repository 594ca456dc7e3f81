import type { Where } from '../../diagnostics/index.ts';
import { variablesIn } from '../../promql/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Panel } from '../panel/index.ts';
import type { Loaded } from '../project.ts';
import type {
  ChosenDatasource,
  DatasourceVariable,
  ValueSource,
  Variable,
} from '../variable/index.ts';
import { atDashboard, atPanel, atRow, atVariable } from './places.ts';
import { textsIn } from './texts-in.ts';

/** A query that names a variable, and fails without it. */
export interface VariableUse {
  readonly name: string;
  /** It is no part of a query: something is repeated for its values. */
  readonly repeats?: 'row' | 'panel';
  /** Most uses are right, and a place costs more than finding the use. */
  readonly where: () => Where;
}

/** Every query of a dashboard that names a variable, and what is repeated for its values. */
export function usesOf(loaded: Loaded<Dashboard>): VariableUse[] {
  const { rows, variables, annotations } = loaded.value;
  const top = () => atDashboard(loaded);
  return [
    ...datasourceUses(loaded),
    ...variables.flatMap((variable) => inVariable(variable, () => atVariable(loaded, variable))),
    ...annotations.flatMap(({ node }) => uses(node, top)),
    ...rows.flatMap((row) => [
      ...(row.repeat === undefined ? [] : [repeatOf('row', row.repeat, () => atRow(loaded, row))]),
      ...row.panels.flatMap((panel) => inPanel(panel, () => atPanel(loaded, panel))),
    ]),
  ];
}

/** The variables in the texts of a dashboard: in a title `$x` may be meant as it stands. */
export function shownIn({ value }: Loaded<Dashboard>): ReadonlySet<string> {
  const { rows, variables, annotations, links, raw } = value;
  const names = new Set<string>();
  const take = (shown: unknown) =>
    textsIn(shown, (text) => {
      for (const { name } of variablesIn(text)) names.add(name);
    });
  for (const variable of variables) if (variable.type === 'query') take(variable.regex);
  for (const { title, text } of annotations) take([title, text]);
  take([links, raw]);
  for (const row of rows) {
    take(row.title);
    for (const { props } of row.panels) {
      for (const part of SHOWN) take(props[part]);
      for (const { legend } of props.queries) take(legend);
    }
  }
  return names;
}

/** The parts of a panel in which Grafana replaces variables, besides the queries. */
const SHOWN = [
  'title',
  'description',
  'content',
  'linkedFrom',
  'field',
  'overrides',
  'transformations',
  'links',
  'raw',
] as const;

function inPanel({ props }: Panel, where: () => Where): VariableUse[] {
  const { queries, repeat, datasource } = props;
  return [
    ...queries.flatMap(({ source }) =>
      uses(source.kind === 'promql' ? source.node : source.text, where),
    ),
    ...(repeat === undefined ? [] : [repeatOf('panel', repeat.variable, where)]),
    ...(isVariable(datasource) ? [useOf(datasource, where)] : []),
  ];
}

function inVariable(variable: Variable, where: () => Where): VariableUse[] {
  if (variable.type === 'query') {
    const { source, datasource } = variable;
    return [
      ...uses(queryOf(source), where),
      ...(isVariable(datasource) ? [useOf(datasource, where)] : []),
    ];
  }
  return variable.type === 'adhoc' && isVariable(variable.datasource)
    ? [useOf(variable.datasource, where)]
    : [];
}

function queryOf(source: ValueSource): unknown {
  switch (source.kind) {
    case 'labelValues':
      return [source.selector, source.label];
    case 'queryResult':
      return source.node;
    case 'text':
      return source.text;
  }
}

/** The first variable of a type is asked by everything that chooses no other datasource. */
function datasourceUses(loaded: Loaded<Dashboard>): VariableUse[] {
  const { variables, rows } = loaded.value;
  const where = () => atDashboard(loaded);
  const queries = rows.flatMap((row) => row.panels).flatMap(({ props }) => props.queries);
  const asked = new Set(
    queries.map(({ source: { kind } }) => (kind === 'promql' ? 'prometheus' : kind)),
  );
  return [...asked].flatMap((language) => {
    const plugin = language === 'logql' ? 'loki' : language;
    const first = variables.find((v) => v.type === 'datasource' && v.plugin === plugin);
    return first === undefined ? [] : [useOf(first, where)];
  });
}

function isVariable(chosen: ChosenDatasource | undefined): chosen is DatasourceVariable {
  return typeof chosen === 'object' && 'kind' in chosen;
}

function useOf({ name }: Variable, where: () => Where): VariableUse {
  return { name, where };
}

function repeatOf(repeats: 'row' | 'panel', { name }: Variable, where: () => Where): VariableUse {
  return { name, repeats, where };
}

/** In any text in `value`. The text of an expression need not be printed: its parts hold the variables as written. */
function uses(value: unknown, where: () => Where): VariableUse[] {
  const found: VariableUse[] = [];
  textsIn(value, (text) => {
    for (const { name } of variablesIn(text)) found.push({ name, where });
  });
  return found;
}
