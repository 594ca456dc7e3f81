import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import {
  type Dashboard,
  dashboardPath,
  type Loaded,
  type System,
  whereIn,
} from '../../model/index.ts';
import { emitDashboard, unitsOf } from '../grafana/index.ts';
import { type SchemaError, validateDashboard } from '../schema/index.ts';
import type { Artifact, Target } from '../target.ts';

/** One JSON file a dashboard, under the name of its content file, where Grafana's provisioning looks for them. */
const target: Target = {
  name: 'grafana-dashboards',
  emit(system) {
    const parts = [...dashboards(system)];
    return {
      value: parts.flatMap(({ value }) => value),
      diagnostics: parts.flatMap(({ diagnostics }) => diagnostics),
    };
  },
  parts: dashboards,
};

export default target;

function* dashboards(system: System): Generator<Result<readonly Artifact[]>, void, undefined> {
  const units = unitsOf(system);
  for (const loaded of system.dashboards) {
    const { value, diagnostics } = emitDashboard(loaded, system, units);
    const errors = validateDashboard(value).map((error) => notValid(error, loaded));
    const path = `${system.stack.grafana.dashboardsPath}/${loaded.name}.json`;
    const text = `${JSON.stringify(value, null, 2)}\n`;
    yield { value: [{ path, text }], diagnostics: [...diagnostics, ...errors] };
  }
}

function notValid({ path, message, hint }: SchemaError, loaded: Loaded<Dashboard>): Diagnostic {
  return {
    code: 'emit/schema',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    where: whereIn(loaded, loaded.value.site, [...dashboardPath(loaded.value), path]),
  };
}
