import { type Call, type Expr, FUNCTIONS, type SampleKind } from '../promql/index.ts';

/**
 * What the argument of a call is, as the end of a sentence.
 *
 * @example
 * givenText(call, 'gauge') // '`queue_depth` is a gauge'
 */
export function givenText(call: Call, kind: SampleKind): string {
  const arg = vectorArgument(call);
  const series = arg?.kind === 'matrix' ? arg.of : arg;
  const name = series?.kind === 'selector' ? series.name : undefined;
  return `${name === undefined ? 'its argument' : `\`${name}\``} is ${KIND_TEXT[kind]}`;
}

/** The argument that brings the series. */
export function vectorArgument({ func, args }: Call): Expr | undefined {
  const types = FUNCTIONS[func]?.args ?? [];
  return args[types.findIndex((type) => type === 'vector' || type === 'matrix')];
}

const KIND_TEXT: Readonly<Record<SampleKind, string>> = {
  counter: 'a counter',
  bucket: 'the buckets of a histogram',
  histogram: 'a native histogram',
  gauge: 'a gauge',
  state: 'a state',
  info: 'an info metric',
  quantile: 'a quantile',
  rate: 'a rate',
  'bucket-rate': 'the rate of buckets',
  'histogram-rate': 'the rate of a native histogram',
  unknown: 'something else',
};
