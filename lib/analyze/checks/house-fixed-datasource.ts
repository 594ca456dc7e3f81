import { atPanel, type ChosenDatasource } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'house/fixed-datasource',
  severity: 'error',
  optIn: true,
  docs: {
    summary: 'Disallow panels that ask a datasource of their own in place of a variable',
    why: 'Whoever chooses another Prometheus above the dashboard sees two at once, and imported elsewhere the panel is broken.',
    bad: "timeseries('Depth', '').query(m.queue_depth.sum()).datasource({ type: 'prometheus', uid: 'shop-prom' })",
    good: "timeseries('Depth', '').query(m.queue_depth.sum()).datasource(datasourceVariable('datasource', 'prometheus'))",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    if (loaded === undefined) return;
    for (const { panel } of panelsOf(analysis)) {
      const { kind, title, datasource } = panel.props;
      const fixed = kind === 'text' ? undefined : fixedIn(datasource);
      if (fixed === undefined) continue;
      report({
        message: `\`${title}\` asks \`${fixed}\`, whatever is chosen above the dashboard`,
        hint: '`${datasource}`',
        where: atPanel(loaded, panel),
      });
    }
  },
});

/** The uid or name, where it is no variable and nothing that Grafana has itself. */
function fixedIn(datasource: ChosenDatasource | undefined): string | undefined {
  if (typeof datasource !== 'object' || 'kind' in datasource) return undefined;
  const name = 'named' in datasource ? datasource.named : datasource.uid;
  return /\$|\[\[|^-- .* --$|^(?:grafana|__expr__|)$/.test(name) ? undefined : name;
}
