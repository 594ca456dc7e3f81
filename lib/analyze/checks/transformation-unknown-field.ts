import { atPanel, type Panel, type PanelQuery, refIds } from '../../model/index.ts';
import { labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'transformation/unknown-field',
  severity: 'error',
  docs: {
    summary: 'Disallow transformations of fields that the queries do not return',
    why: 'The column keeps its name, the rows their order, and the filter filters nothing, or everything.',
    bad: "table('Queues', '').query(m.queue_depth.sumBy('queue')).transform(organize({ rename: { quue: 'Queue' } }))",
    good: "table('Queues', '').query(m.queue_depth.sumBy('queue')).transform(organize({ rename: { queue: 'Queue' } }))",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    // Grafana itself left many of them behind in dashboards that people clicked together.
    if (loaded === undefined || analysis.system.foreign !== undefined) return;
    for (const analyzed of panelsOf(analysis)) {
      const { transformations, title } = analyzed.panel.props;
      let fields = transformations.length === 0 ? undefined : columnsOf(analyzed);
      for (const { id, options, query } of transformations) {
        if (fields === undefined || query !== undefined) break;
        const step = stepOf(id, options);
        for (const name of step?.needs ?? []) {
          if (fields.has(name) || name.includes('$')) continue;
          report({
            message: `\`${id}\` of \`${title}\` names the field \`${name}\`, which is not there`,
            ...suggest(name, [...fields]),
            where: atPanel(loaded, analyzed.panel),
          });
        }
        fields = step?.after(fields);
      }
    }
  },
});

/** The columns of the tables that the queries return; `undefined` where they are not all known. */
function columnsOf({ panel, queries }: AnalyzedPanel): ReadonlySet<string> | undefined {
  if (queries.length < panel.props.queries.length) return undefined;
  const ids = refIds(panel.props.queries);
  const shown = queries.filter(({ query }) => query.hide !== true);
  const columns = new Set(['Time']);
  for (const { query, expression } of shown) {
    const labels = labelsOf(expression.inference.of(expression.node));
    if (labels === undefined || !isTable(panel, query)) return undefined;
    for (const label of labels) columns.add(label);
    columns.add('__name__');
    const id = ids[panel.props.queries.indexOf(query)] ?? '';
    columns.add(shown.length === 1 ? 'Value' : `Value #${id}`);
  }
  return columns;
}

function isTable({ props }: Panel, { format }: PanelQuery): boolean {
  return format === 'table' || (format === undefined && props.kind === 'table');
}

interface Step {
  /** The fields without which it does nothing. */
  readonly needs: readonly string[];
  /** The fields that it leaves; `undefined`: not known. */
  after(fields: ReadonlySet<string>): ReadonlySet<string> | undefined;
}

/** What is known of a transformation. To hide a field that is not there does no harm. */
function stepOf(id: string, options: Readonly<Record<string, unknown>>): Step | undefined {
  switch (id) {
    case 'merge':
    case 'limit':
      return { needs: [], after: (fields) => fields };
    case 'sortBy': {
      const sort = Array.isArray(options['sort']) ? (options['sort'] as unknown[]) : [];
      return { needs: sort.flatMap(fieldOf), after: (fields) => fields };
    }
    case 'organize': {
      const renamed = (options['renameByName'] ?? {}) as Readonly<Record<string, string>>;
      const after = (fields: ReadonlySet<string>) =>
        new Set([...fields].map((name) => renamed[name] || name));
      return { needs: Object.keys(renamed), after };
    }
    default:
      return undefined;
  }
}

function fieldOf(entry: unknown): string[] {
  const isNamed = typeof entry === 'object' && entry !== null && 'field' in entry;
  return isNamed && typeof entry.field === 'string' ? [entry.field] : [];
}
