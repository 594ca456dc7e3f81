import { type ValueUse, valueUses } from '../../gotemplate/index.ts';
import { type InferredUnit, unitText } from '../../promql/index.ts';
import { alertTextsOf } from '../alert-texts.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'template/unit',
  severity: 'warning',
  docs: {
    summary: 'Disallow texts that print the value of an alert in a unit that it is not in',
    why: 'A ratio of 0.05 followed by `%` reads as five hundredths of a percent: whoever is called takes a fire for a spark.',
    bad: `alert({
      name: 'Errors',
      expr: m.requests_total.where({ code: '500' }).rate('5m').sum().div(m.requests_total.rate('5m').sum()).gt(0.05),
      summary: '{{ $value }}% of requests fail',
      description: '',
    })`,
    good: `alert({
      name: 'Errors',
      expr: m.requests_total.where({ code: '500' }).rate('5m').sum().div(m.requests_total.rate('5m').sum()).gt(0.05),
      summary: '{{ $value | humanizePercentage }} of requests fail',
      description: '',
    })`,
  },
  run(analysis, report) {
    for (const { alert, name, parsed, where } of alertTextsOf(analysis)) {
      const { unit, guessed } = alert.expression.inference.of(alert.expression.node);
      if (unit === undefined || guessed) continue;
      for (const use of valueUses(parsed.tree)) {
        if (!use.printed) continue;
        const wrong = problemOf(use, unit, parsed.tree.text);
        if (wrong === undefined) continue;
        report({
          message: `\`${name}\` prints the value ${wrong.as}, but it is in \`${unitText(unit)}\``,
          ...(wrong.hint === undefined ? {} : { hint: wrong.hint }),
          where: where(use.action),
        });
      }
    }
  },
});

interface Wrong {
  readonly as: string;
  readonly hint?: string;
}

function problemOf(
  { action, functions }: ValueUse,
  unit: InferredUnit,
  text: string,
): Wrong | undefined {
  const names = functions.map(({ name }) => name);
  if (names.some((name) => !KEEPS.has(name))) return undefined;
  const inPercent = isRatio(unit, 0.01);
  if (names.includes('humanizePercentage')) {
    if (!inPercent) return undefined;
    return { as: 'times 100, with a `%`', hint: '`{{ $value | humanize }}%`' };
  }
  if (names.includes('humanizeDuration')) {
    const { dimensions, scale, role } = unit;
    const isSeconds = dimensions['seconds'] === 1 && Object.keys(dimensions).length === 1;
    if (role === 'number' || (isSeconds && scale === 1)) return undefined;
    return { as: 'as seconds' };
  }
  const printed = text.slice(action.start, action.end);
  const hasSign = /^\s?%/.test(text.slice(action.end)) || /%%/.test(printed);
  if (!hasSign || !isRatio(unit, 1)) return undefined;
  return { as: 'as percent', hint: '`{{ $value | humanizePercentage }}`' };
}

/** What only formats: the number stays what it was. */
const KEEPS: ReadonlySet<string> = new Set([
  ...['humanize', 'humanizePercentage', 'humanizeDuration', 'printf', 'print'],
]);

function isRatio({ role, scale }: InferredUnit, of: number): boolean {
  return role === 'ratio' && Math.abs(scale - of) <= 1e-9;
}
