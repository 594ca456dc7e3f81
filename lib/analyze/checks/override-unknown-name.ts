import { atPanel } from '../../model/index.ts';
import { defineCheck } from '../define-check.ts';
import { loadedDashboard } from '../loaded-dashboard.ts';
import { panelsOf } from '../panel-queries.ts';
import { shownNames } from '../shown-names.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'override/unknown-name',
  severity: 'error',
  docs: {
    summary: 'Disallow overrides by a name that nothing in the panel has',
    why: 'The colour, the unit or the axis that it sets is never seen, and nothing says so.',
    bad: "timeseries('Queues', '').query(m.queue_depth.sumBy('queue').legend('{{queue}}')).override(byName('mails'), { color: 'red' })",
    good: "timeseries('Queues', '').query(m.queue_depth.sumBy('queue').legend('{{queue}}')).override(byName('mail'), { color: 'red' })",
  },
  run(analysis, report) {
    const loaded = loadedDashboard(analysis);
    // Grafana itself left many of them behind in dashboards that it converted.
    if (loaded === undefined || analysis.system.foreign !== undefined) return;
    for (const analyzed of panelsOf(analysis)) {
      const { overrides, title } = analyzed.panel.props;
      const named = overrides.flatMap(({ matcher }) =>
        matcher.id === 'byName' ? [matcher.options] : [],
      );
      const names = named.length === 0 ? undefined : shownNames(analyzed);
      if (names === undefined) continue;
      for (const name of named) {
        if (names.has(name) || name.includes('$')) continue;
        report({
          message: `nothing in \`${title}\` has the name \`${name}\``,
          ...suggest(name, [...names]),
          where: atPanel(loaded, analyzed.panel),
        });
      }
    }
  },
});
