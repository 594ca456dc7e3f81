import { similar } from '../../../diagnostics/index.ts';

/** What a field holds. */
export type FieldType = 'text' | 'texts' | 'list' | 'object';

export type Fields = Readonly<Record<string, FieldType>>;

/** The keys of a rule file, as Prometheus 3.14 reads it. `namespace` is Mimir's and Loki's. */
export const FILE_FIELDS: Fields = { groups: 'list', namespace: 'text' };

export const GROUP_FIELDS: Fields = {
  name: 'text',
  interval: 'text',
  query_offset: 'text',
  limit: 'text',
  labels: 'texts',
  rules: 'list',
};

/** In a PrometheusRule; Thanos reads it. */
export const RESOURCE_GROUP_FIELDS: Fields = { ...GROUP_FIELDS, partial_response_strategy: 'text' };

export const RULE_FIELDS: Fields = {
  record: 'text',
  alert: 'text',
  expr: 'text',
  for: 'text',
  keep_firing_for: 'text',
  labels: 'texts',
  annotations: 'texts',
};

/** Newer than the oldest Prometheus that is supported: the version that reads it first. */
export const SINCE: Readonly<Record<string, readonly [major: number, minor: number]>> = {
  keep_firing_for: [2, 42],
  query_offset: [2, 53],
  'group labels': [3, 0],
};

export function isOfType(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'texts':
      return (
        isObject(value) && Object.values(value).every((v) => v === null || isOfType(v, 'text'))
      );
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field that was probably meant. */
export function meantField(name: string, fields: Fields): string | undefined {
  return similar(name, Object.keys(fields));
}
