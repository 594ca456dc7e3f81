import { type Draft, variablesOf } from '../draft.ts';

/** A constant that people see became a text that they can change in version 27. */
export function visibleConstants(dashboard: Draft): void {
  for (const variable of variablesOf(dashboard)) {
    if (variable.type !== 'constant' || variable.hide === 2) continue;
    variable.type = 'textbox';
  }
}

/** A query variable is asked at least once a load since version 29. */
export function refreshedVariables(dashboard: Draft): void {
  for (const variable of variablesOf(dashboard)) {
    if (variable.type !== 'query') continue;
    if (variable.refresh !== 1 && variable.refresh !== 2) variable.refresh = 1;
  }
}
