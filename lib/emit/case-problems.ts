import type { Alert, AlertCase, Firing, System } from '../model/index.ts';
import { expectedText } from './expected-alert.ts';
import { inputWorld, type SeriesProblem } from './test-series.ts';

/** What promtool could not test, or would test against the wrong world. */
export function caseProblems(
  { at, given, fires = [] }: AlertCase,
  alert: Alert,
  system: System,
): readonly SeriesProblem[] {
  const { series, problems } = inputWorld(given, system);
  return [
    ...problems,
    ...series.flatMap(({ name }, index) =>
      series.slice(0, index).some((earlier) => earlier.name === name) ? [repeated(name)] : [],
    ),
    ...series.flatMap(({ name, samples }) =>
      samples.parts.slice(0, -1).some(({ length }) => length === undefined) ? [endless(name)] : [],
    ),
    ...fires.flatMap((firing) => [
      ...renderedText('summary', alert, firing, String(at)),
      ...renderedText('description', alert, firing, String(at)),
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
  alert: Alert,
  firing: Firing,
  at: string,
): readonly SeriesProblem[] {
  const template = alert[key];
  const expected = expectedText(key, alert, firing);
  if (expected.text !== undefined) return [];
  if (expected.error !== undefined) {
    return [
      {
        code: 'alert/case-needs-text',
        message: `the ${key} cannot be rendered from the value: ${expected.error}`,
        hint: `write out what it reads at ${at}: fires: [{ value: …, ${key}: '…' }]`,
      },
    ];
  }
  return [
    {
      code: 'alert/case-needs-text',
      message: `the ${key} is a template, so the case has to say what it reads at ${at}`,
      hint: `fires: [{ ${key}: '${template.replaceAll(/\{\{.*?\}\}/g, '…')}' }]`,
    },
  ];
}
