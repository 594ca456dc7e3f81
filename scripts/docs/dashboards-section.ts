import type { Dashboard, Loaded, PanelQuery } from '../../lib/model/index.ts';
import { print } from '../../lib/promql/index.ts';
import type { Facts, PanelFacts } from './facts.ts';
import { code, paragraphs, prose, table } from './markdown.ts';

/** Every dashboard with its panels, in the order in which they are read. */
export function dashboardsSection({ system, panels }: Facts): string {
  return paragraphs([
    '## Dashboards',
    ...system.dashboards.flatMap((loaded) => [
      `### ${loaded.value.title}`,
      ...headOf(loaded),
      table(
        ['row', 'panel', 'type', 'unit', 'description', 'queries'],
        panels.filter(({ dashboard }) => dashboard === loaded.value).map(rowOf),
      ),
    ]),
  ]);
}

function headOf({ value, file }: Loaded<Dashboard>): readonly string[] {
  const variables = value.variables.map(({ name }) => code(name));
  const facts = [
    `${code(value.uid)}, [${file}](../../${file})`,
    ...(variables.length === 0 ? [] : [`variables ${variables.join(', ')}`]),
  ];
  return [...(value.description === undefined ? [] : [prose(value.description)]), facts.join('; ')];
}

function rowOf({ row, placed, unit }: PanelFacts): readonly string[] {
  const { title, kind, description, queries } = placed.panel.props;
  return [
    row.title,
    title,
    kind,
    unit === undefined ? '' : code(unit),
    prose(description),
    queries.map(queryText).join('<br>'),
  ];
}

/** The query, and what its series are called. */
function queryText({ source, legend = '' }: PanelQuery): string {
  const text = source.kind === 'promql' ? print(source.node) : source.text;
  const asked = code(text.replaceAll(/\s*\n\s*/g, ' '));
  return legend === '' ? asked : `${asked} as ${code(legend)}`;
}
