import type { InferredUnit } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { changesValues } from '../stated-unit.ts';

export default defineCheck({
  code: 'unit/title-window',
  severity: 'warning',
  docs: {
    summary: 'Require the values of a panel to be per what its title says',
    why: 'Whoever reads "per minute" above a rate per second takes it for a sixtieth of what it is.',
    bad: "timeseries('Requests per minute', '').query(promql`sum(rate(requests_total[5m]))`)",
    good: "timeseries('Requests per minute', '').query(promql`sum(rate(requests_total[5m])) * 60`)",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const { title } = panel.props;
      const [, named] = /(?:\bper|\/) ?(second|sec|minute|min|hour)\b/i.exec(title) ?? [];
      if (named === undefined || changesValues(panel.props)) continue;
      const seconds = SECONDS[named.toLowerCase()];
      for (const { query, expression } of queries) {
        const { unit, guessed } = expression.inference.of(expression.node);
        const shown = unit === undefined || guessed ? undefined : perSeconds(unit);
        if (shown === undefined || shown === seconds || query.hide === true) continue;
        report({
          message: `\`${title}\` shows values per ${NAMES[shown]}`,
          hint: `\`… * ${seconds === undefined ? 1 : seconds / shown}\`, or another title`,
          where: expression.where(),
        });
      }
    }
  },
});

const SECONDS: Readonly<Record<string, number>> = {
  ...{ second: 1, sec: 1, minute: 60, min: 60, hour: 3600 },
};

const NAMES: Readonly<Record<number, string>> = { 1: 'second', 60: 'minute', 3600: 'hour' };

/** The length of time that something counted is per. */
function perSeconds({ dimensions, scale }: InferredUnit): number | undefined {
  const { seconds, ...counted } = dimensions;
  if (seconds !== -1 || Object.keys(counted).length !== 1 || 'bytes' in counted) return undefined;
  return [1, 60, 3600].find((each) => Math.abs(scale * each - 1) < 1e-9);
}
