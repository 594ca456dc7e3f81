import type { Where } from '../../diagnostics/index.ts';
import { variablesIn } from '../../promql/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Panel } from '../panel/index.ts';
import type { Loaded } from '../project.ts';
import type { DatasourceVariable, Variable } from '../variable/index.ts';
import { atDashboard, atPanel, atRow, atVariable } from './places.ts';
import { textsIn } from './texts-in.ts';

/** A place that mentions a variable. */
export interface VariableUse {
  readonly name: string;
  /** A query, which fails without it; in a title `$x` may be meant as it stands. */
  readonly needed: boolean;
  /** Most uses are right, and a place costs more than finding the use. */
  readonly where: () => Where;
}

/** Every use of a variable in a dashboard. */
export function usesOf(loaded: Loaded<Dashboard>): VariableUse[] {
  const { rows, variables, annotations, links, raw } = loaded.value;
  const top = () => atDashboard(loaded);
  return [
    ...datasourceUses(loaded),
    ...variables.flatMap((variable) => inVariable(variable, () => atVariable(loaded, variable))),
    ...annotations.flatMap(({ node, title, text }) => [
      ...uses(node, true, top),
      ...uses([title, text], false, top),
    ]),
    ...uses([links, raw], false, top),
    ...rows.flatMap((row) => [
      ...uses(row.title, false, top),
      ...(row.repeat === undefined ? [] : [needed(row.repeat, () => atRow(loaded, row))]),
      ...row.panels.flatMap((panel) => inPanel(panel, () => atPanel(loaded, panel))),
    ]),
  ];
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
      uses(source.kind === 'promql' ? source.node : source.text, true, where),
    ),
    ...(repeat === undefined ? [] : [needed(repeat.variable, where)]),
    ...(isVariable(datasource) ? [needed(datasource, where)] : []),
    ...SHOWN.flatMap((part) => uses(props[part], false, where)),
    ...queries.flatMap(({ legend }) => uses(legend, false, where)),
  ];
}

function inVariable(variable: Variable, where: () => Where): VariableUse[] {
  if (variable.type === 'query') {
    const { source, regex = '', datasource } = variable;
    const query = source.kind === 'labelValues' ? [source.selector, source.label] : source.node;
    return [
      ...uses(query, true, where),
      ...uses(regex, false, where),
      ...(datasource === undefined ? [] : [needed(datasource, where)]),
    ];
  }
  return variable.type === 'adhoc' && variable.datasource !== undefined
    ? [needed(variable.datasource, where)]
    : [];
}

/** The first variable of a type is asked by everything that chooses no other datasource. */
function datasourceUses(loaded: Loaded<Dashboard>): VariableUse[] {
  const { variables, rows } = loaded.value;
  const where = () => atDashboard(loaded);
  const queries = rows.flatMap((row) => row.panels).flatMap(({ props }) => props.queries);
  const asked = new Set(
    queries.map(({ source }) => (source.kind === 'promql' ? 'prometheus' : 'loki')),
  );
  return [...asked].flatMap((plugin) => {
    const first = variables.find((v) => v.type === 'datasource' && v.plugin === plugin);
    return first === undefined ? [] : [needed(first, where)];
  });
}

function isVariable(chosen: Panel['props']['datasource']): chosen is DatasourceVariable {
  return chosen !== undefined && 'kind' in chosen;
}

function needed({ name }: Variable, where: () => Where): VariableUse {
  return { name, needed: true, where };
}

/** In any text in `value`. The text of an expression need not be printed: its parts hold the variables as written. */
function uses(value: unknown, needed: boolean, where: () => Where): VariableUse[] {
  const found: VariableUse[] = [];
  textsIn(value, (text) => {
    for (const { name } of variablesIn(text)) found.push({ name, needed, where });
  });
  return found;
}
