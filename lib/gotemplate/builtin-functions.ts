import type { FunctionSpec } from './function-spec.ts';

/** The functions of Go's text/template. */
export const BUILTIN_FUNCTIONS = {
  and: { params: ['any', 'any'], variadic: true, returns: 'any' },
  call: { params: ['any', 'any'], variadic: true, returns: 'any' },
  eq: { params: ['any', 'any', 'any'], variadic: true, returns: 'bool' },
  ge: { params: ['any', 'any'], returns: 'bool' },
  gt: { params: ['any', 'any'], returns: 'bool' },
  html: { params: ['any'], variadic: true, returns: 'string' },
  index: { params: ['any', 'any'], variadic: true, returns: 'any' },
  js: { params: ['any'], variadic: true, returns: 'string' },
  le: { params: ['any', 'any'], returns: 'bool' },
  len: { params: ['any'], returns: 'int' },
  lt: { params: ['any', 'any'], returns: 'bool' },
  ne: { params: ['any', 'any'], returns: 'bool' },
  not: { params: ['any'], returns: 'bool' },
  or: { params: ['any', 'any'], variadic: true, returns: 'any' },
  print: { params: ['any'], variadic: true, returns: 'string' },
  printf: { params: ['string', 'any'], variadic: true, returns: 'string' },
  println: { params: ['any'], variadic: true, returns: 'string' },
  slice: { params: ['any', 'any'], variadic: true, returns: 'any' },
  urlquery: { params: ['any'], variadic: true, returns: 'string' },
} as const satisfies Record<string, FunctionSpec>;
