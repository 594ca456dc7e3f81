import type { QueryText } from './query-text.ts';

/** Where a map of labels comes from. */
export type LabelSource =
  /** The alert's: `$labels`, `.Labels`. In Alertmanager: of one of `.Alerts`. */
  | { readonly kind: 'alert' | 'external' | 'annotations' }
  /** Alertmanager: `.GroupLabels`, `.CommonLabels`, `.CommonAnnotations`, `.RouteLabels`. */
  | { readonly kind: 'group' | 'common' | 'common-annotations' | 'route' }
  /** A sample of `query "…"`. */
  | { readonly kind: 'query'; readonly query: QueryText };

/** What is known of a value before the alert fires. */
export type Type =
  /** Nothing is known, everything may be done with it. */
  | { readonly kind: 'any' | 'nil' | 'bool' | 'int' | 'float' | 'string' | 'time' | 'duration' }
  /** `$value`: a float64, or a native histogram. */
  | { readonly kind: 'value' }
  | { readonly kind: 'labels'; readonly from: LabelSource }
  | { readonly kind: 'results'; readonly query: QueryText }
  | { readonly kind: 'sample'; readonly query: QueryText }
  | { readonly kind: 'map' }
  | { readonly kind: 'list'; readonly of: ListItem }
  | { readonly kind: 'struct'; readonly name: StructName };

export type ListItem = 'alert' | 'pair' | 'string' | 'any';
export type StructName = 'prometheus' | 'alertmanager' | 'alert' | 'pair';

export const ANY: Type = { kind: 'any' };
export const BOOL: Type = { kind: 'bool' };
export const STRING: Type = { kind: 'string' };

const ALERT: Type = { kind: 'struct', name: 'alert' };

export function labelsOf(kind: Exclude<LabelSource['kind'], 'query'>): Type {
  return { kind: 'labels', from: { kind } };
}

export function itemType(of: ListItem): Type {
  if (of === 'alert') return ALERT;
  return of === 'pair' ? { kind: 'struct', name: 'pair' } : { kind: of };
}

/** Fields and methods without arguments that the templates of the two programs can read. */
export const STRUCTS: Readonly<Record<StructName, Readonly<Record<string, Type>>>> = {
  prometheus: {
    Labels: labelsOf('alert'),
    ExternalLabels: labelsOf('external'),
    ExternalURL: STRING,
    Value: { kind: 'value' },
  },
  alertmanager: {
    Receiver: STRING,
    Status: STRING,
    Alerts: { kind: 'list', of: 'alert' },
    NotificationReason: STRING,
    GroupLabels: labelsOf('group'),
    CommonLabels: labelsOf('common'),
    CommonAnnotations: labelsOf('common-annotations'),
    RouteLabels: labelsOf('route'),
    ExternalURL: STRING,
  },
  alert: {
    Status: STRING,
    Labels: labelsOf('alert'),
    Annotations: labelsOf('annotations'),
    StartsAt: { kind: 'time' },
    EndsAt: { kind: 'time' },
    GeneratorURL: STRING,
    Fingerprint: STRING,
  },
  pair: { Name: STRING, Value: STRING },
};

/** A value's type in words that fit after "is". */
export function describe(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'of unknown type';
    case 'nil':
      return 'nil';
    case 'bool':
    case 'int':
    case 'string':
    case 'time':
    case 'duration':
      return ARTICLE[type.kind];
    case 'float':
    case 'value':
      return 'a float64';
    case 'labels':
      return 'a map of labels';
    case 'results':
      return 'the result of a query';
    case 'sample':
      return 'a sample';
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'struct':
      return type.name === 'alert' ? 'an alert' : type.name === 'pair' ? 'a pair' : 'the data';
  }
}

const ARTICLE = {
  bool: 'a bool',
  int: 'an int',
  string: 'a string',
  time: 'a time',
  duration: 'a duration',
} as const;

/** What is known when a value may be either. */
export function joinTypes(left: Type, right: Type): Type {
  return JSON.stringify(left) === JSON.stringify(right) ? left : ANY;
}
