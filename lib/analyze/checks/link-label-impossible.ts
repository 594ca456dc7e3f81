import { atPanel, type Panel } from '../../model/index.ts';
import { labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'link/label-impossible',
  severity: 'error',
  docs: {
    summary:
      'Disallow links and names of values with a label that no series of the panel can carry',
    why: 'Grafana leaves the text as it stands: the link asks for a value that is called `${__field.labels.pod}`.',
    bad: "timeseries('Depth', '').query(m.queue_depth.sum()).dataLink('Queue', '/d/queue?var-queue=${__field.labels.queue}')",
    good: "timeseries('Depth', '').query(m.queue_depth.sumBy('queue')).dataLink('Queue', '/d/queue?var-queue=${__field.labels.queue}')",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const analyzed of panelsOf(analysis)) {
      const infos = infosOf(analyzed);
      if (infos.length === 0) continue;
      for (const { text, label, start, end } of namedIn(analyzed.panel)) {
        if (infos.some((info) => labelOf(info, label).presence !== 'impossible')) continue;
        report({
          message: `no series of \`${analyzed.panel.props.title}\` has the label \`${label}\``,
          ...suggest(
            label,
            infos.flatMap((info) => labelsOf(info) ?? []),
          ),
          where: { ...atPanel(loaded, analyzed.panel), source: { text, span: { start, end } } },
        });
      }
    }
  },
});

/** Of all queries; none where a table or a transformation may make labels out of something else. */
function infosOf({ panel, queries }: AnalyzedPanel) {
  const { kind, transformations, queries: all } = panel.props;
  if (kind === 'table' || transformations.length > 0 || queries.length < all.length) return [];
  if (queries.some(({ query }) => query.format === 'table')) return [];
  return queries.map(({ expression }) => expression.inference.of(expression.node));
}

function namedIn({ props }: Panel) {
  const fields = [props.field, ...props.overrides.map(({ standard }) => standard)];
  const texts = fields.flatMap(({ displayName, links = [] }) => [
    ...(displayName === undefined ? [] : [displayName]),
    ...links.map(({ url }) => url),
  ]);
  return texts.flatMap((text) =>
    [...text.matchAll(LABEL)].map(({ 0: found, 1: label = '', index }) => ({
      text,
      label,
      start: index,
      end: index + found.length,
    })),
  );
}

/** `${__field.labels.pod}`, also with a format. */
const LABEL = /\$\{__field\.labels\.(\w+)(?::\w+)?\}/g;
