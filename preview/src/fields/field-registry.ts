import {
  booleanOverrideProcessor,
  displayNameOverrideProcessor,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
} from '@grafana/data';

type Process = FieldConfigPropertyItem['process'];

/** What every type of panel can say of its fields. */
const STANDARD: Readonly<Record<string, Process>> = {
  unit: stringOverrideProcessor as Process,
  min: numberOverrideProcessor as Process,
  max: numberOverrideProcessor as Process,
  fieldMinMax: booleanOverrideProcessor as Process,
  decimals: numberOverrideProcessor as Process,
  displayName: displayNameOverrideProcessor as Process,
  noValue: stringOverrideProcessor as Process,
  thresholds: identityOverrideProcessor as Process,
  mappings: identityOverrideProcessor as Process,
  links: identityOverrideProcessor as Process,
  color: identityOverrideProcessor as Process,
  filterable: booleanOverrideProcessor as Process,
  description: stringOverrideProcessor as Process,
};

/**
 * What defaults and overrides may set: Grafana's packages know it only inside of Grafana. Of a panel type's own options
 * all that this panel speaks of are let through.
 */
export function fieldRegistry({
  defaults,
  overrides,
}: FieldConfigSource): FieldConfigOptionsRegistry {
  const custom = new Set([
    ...Object.keys(defaults.custom ?? {}),
    ...overrides.flatMap(({ properties }) =>
      properties.flatMap(({ id }) =>
        id.startsWith('custom.') ? [id.slice('custom.'.length)] : [],
      ),
    ),
  ]);
  return new FieldConfigOptionsRegistry(() => [
    ...Object.entries(STANDARD).map(([id, process]) => itemOf(id, id, process, false)),
    ...[...custom].map((path) =>
      itemOf(`custom.${path}`, path, identityOverrideProcessor as Process, true),
    ),
  ]);
}

function itemOf(
  id: string,
  path: string,
  process: Process,
  isCustom: boolean,
): FieldConfigPropertyItem {
  return {
    id,
    path,
    name: id,
    isCustom,
    process,
    // The time has no axis that a panel could speak of.
    shouldApply: ({ type }) => !(path.startsWith('axis') && type === FieldType.time),
    override: () => null,
    editor: () => null,
  };
}
