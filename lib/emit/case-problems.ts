import type { Alert, AlertCase, System } from '../model/index.ts';
import { type SeriesProblem, testSeries } from './test-series.ts';

/** What promtool could not test, or would test against the wrong world. */
export function caseProblems(
  { at, given, fires = [] }: AlertCase,
  alert: Alert,
  system: System,
): readonly SeriesProblem[] {
  const series = given.map((each) => testSeries(each, system));
  return [
    ...series.flatMap(({ problems }) => problems),
    ...series.flatMap(({ name }, index) =>
      series.slice(0, index).some((earlier) => earlier.name === name) ? [repeated(name)] : [],
    ),
    ...given.flatMap(({ samples }, index) =>
      samples.parts.slice(0, -1).some(({ length }) => length === undefined)
        ? [endless(series[index]?.name ?? '')]
        : [],
    ),
    ...fires.flatMap((firing) => [
      ...renderedText('summary', alert.summary, firing.summary, String(at)),
      ...renderedText('description', alert.description, firing.description, String(at)),
    ]),
  ];
}

function repeated(name: string): SeriesProblem {
  return {
    code: 'alert/case-repeated-series',
    message: `\`${name}\` is given twice, and promtool would mix their samples`,
    hint: 'give the two different labels',
  };
}

function endless(name: string): SeriesProblem {
  return {
    code: 'alert/case-endless-part',
    message: `a part of \`${name}\` has no end, so that what comes after it never happens`,
    hint: "constant(0).lasting('10m').then(…)",
  };
}

function renderedText(
  key: 'summary' | 'description',
  template: string,
  rendered: string | undefined,
  at: string,
): readonly SeriesProblem[] {
  if (!template.includes('{{') || rendered !== undefined) return [];
  return [
    {
      code: 'alert/case-needs-text',
      message: `the ${key} is a template, so the case has to say what it reads at ${at}`,
      hint: `fires: [{ ${key}: '${template.replaceAll(/\{\{.*?\}\}/g, '…')}' }]`,
    },
  ];
}
