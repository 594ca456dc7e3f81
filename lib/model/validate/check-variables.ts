import { type Diagnostic, similar } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import type { Loaded } from '../project.ts';
import type { Variable } from '../variable/index.ts';
import { repeated } from './check-identity.ts';
import { atVariable } from './places.ts';
import { usesOf, type VariableUse } from './variable-uses.ts';

/** Variables that are used are declared, those that are declared are used, and each has a name of its own. */
export function checkVariables(loaded: Loaded<Dashboard>): Diagnostic[] {
  const { variables } = loaded.value;
  const names = variables.map(({ name }) => name);
  const uses = usesOf(loaded);
  const used = new Set(uses.map(({ name }) => name));
  return [
    ...variables.filter(({ name }) => !/^\w+$/.test(name)).map((v) => badName(loaded, v)),
    ...repeated(variables, ({ name }) => name).map(([again]) => duplicate(loaded, again)),
    ...uses
      .filter(({ name, needed }) => needed && !names.includes(name) && !name.startsWith('__'))
      .map((use) => undeclared(use, names, loaded.foreign === true)),
    ...variables
      .filter(({ name, type }) => type !== 'adhoc' && !used.has(name))
      .map((variable) => unused(loaded, variable)),
  ];
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
  { name, where }: VariableUse,
  names: readonly string[],
  foreign: boolean,
): Diagnostic {
  const meant = similar(name, names);
  const advice = meant === undefined ? `variables: [${name}]` : `did you mean \`$${meant}\`?`;
  return {
    code: 'variable/undeclared',
    severity: 'error',
    message: `\`$${name}\` is no variable of this dashboard, so it is sent to the datasource as it stands`,
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
