import { toGrafanaUnit } from '../../model/index.ts';
import { unitText } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { statedUnit } from '../stated-unit.ts';
import { meaningOf } from '../unit-meaning.ts';

export default defineCheck({
  code: 'unit/missing',
  severity: 'warning',
  docs: {
    summary: 'Disallow plain numbers where the unit of the query is known',
    why: 'Nobody can say whether 1.5 Mil are bytes, and a ratio of 0.05 reads as nothing.',
    bad: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('short')",
    good: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('Bps')",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      for (const { query, expression } of queries) {
        const unit = statedUnit(panel, query, expression);
        // Texts in place of the numbers say it all.
        if (unit === undefined || !PLAIN.has(unit) || panel.props.field.mappings) continue;
        const info = expression.inference.of(expression.node);
        const right = info.unit && !info.guessed ? toGrafanaUnit(info.unit) : undefined;
        // What has no dimension is a number as well: things per second, cores.
        if (right === undefined || meaningOf(right)?.kind !== 'quantity') continue;
        if (info.unit === undefined || info.unit.role === 'usage') continue;
        report({
          message: `\`${panel.props.title}\` shows plain numbers (\`${unit}\`), but its query is in \`${unitText(info.unit)}\``,
          hint: `.unit('${right}'), or leave it out`,
          where: expression.where(),
        });
      }
    }
  },
});

const PLAIN: ReadonlySet<string> = new Set(['short', 'none', 'sishort', 'locale']);
