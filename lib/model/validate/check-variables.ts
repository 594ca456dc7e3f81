import { type Diagnostic, similar } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Loaded } from '../project.ts';
import type { Variable } from '../variable/index.ts';
import { atVariable } from './places.ts';
import { repeated } from './repeated.ts';
import { shownIn, usesOf, type VariableUse } from './variable-uses.ts';

/** Variables that are used are declared, those that are declared are used, and each has a name of its own. */
export function checkVariables(loaded: Loaded<Dashboard>): Diagnostic[] {
  const { variables } = loaded.value;
  const names = variables.map(({ name }) => name);
  const uses = usesOf(loaded);
  return [
    ...variables.filter(({ name }) => !/^\w+$/.test(name)).map((v) => badName(loaded, v)),
    ...repeated(variables, ({ name }) => name).map(([again]) => duplicate(loaded, again)),
    ...uses
      .filter(({ name }) => !names.includes(name) && !name.startsWith('__'))
      .map((use) => undeclared(use, names, loaded.foreign === true)),
    ...unusedIn(loaded, uses).map((variable) => unused(loaded, variable)),
  ];
}

function unusedIn(loaded: Loaded<Dashboard>, uses: readonly VariableUse[]): readonly Variable[] {
  const asked = new Set(uses.map(({ name }) => name));
  const left = loaded.value.variables.filter(
    ({ name, type }) => type !== 'adhoc' && !asked.has(name),
  );
  if (left.length === 0) return left;
  const shown = shownIn(loaded);
  return left.filter(({ name }) => !shown.has(name));
}

function badName(loaded: Loaded<Dashboard>, variable: Variable): Diagnostic {
  return {
    code: 'variable/name',
    severity: 'error',
    message: `\`${variable.name}\` is no name of a variable: it has letters, digits and \`_\``,
    where: atVariable(loaded, variable),
  };
}

function duplicate(loaded: Loaded<Dashboard>, variable: Variable): Diagnostic {
  return {
    code: 'variable/duplicate',
    severity: 'error',
    message: `\`${variable.name}\` is the name of two variables, of which queries see one`,
    where: atVariable(loaded, variable),
  };
}

function undeclared(
  { name, repeats, where }: VariableUse,
  names: readonly string[],
  foreign: boolean,
): Diagnostic {
  const meant = similar(name, names);
  const result =
    repeats === undefined
      ? 'it is sent to the datasource as it stands'
      : `the ${repeats} is there once instead of once for each value`;
  const advice = meant === undefined ? `variables: [${name}]` : `did you mean \`$${meant}\`?`;
  return {
    code: 'variable/undeclared',
    severity: 'error',
    message: `\`$${name}\` is no variable of this dashboard, so ${result}`,
    ...(foreign && meant === undefined ? {} : { hint: advice }),
    where: where(),
  };
}

function unused(loaded: Loaded<Dashboard>, variable: Variable): Diagnostic {
  return {
    code: 'variable/unused',
    severity: 'warning',
    message: `\`$${variable.name}\` is used nowhere in this dashboard, so choosing a value changes nothing`,
    where: atVariable(loaded, variable),
  };
}
