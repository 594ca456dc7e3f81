import fc, { type Arbitrary } from 'fast-check';

import {
  AGGREGATES,
  type AggregateSpec,
  FUNCTIONS,
  type ValueType,
} from '../../../lib/promql/index.ts';

const label = fc.constantFrom('queue', 'route', 'code', 'job', 'instance', 'le', 'nothing');
const labels = fc.uniqueArray(label, { maxLength: 3 });

const METRICS = [
  ...[
    'requests_total',
    'retries_total',
    'refusals_total',
    'hits_total',
    'queue_depth',
    'worker_slots',
  ],
  ...[
    'payload_bytes_bucket',
    'payload_bytes_sum',
    'payload_bytes_count',
    'wait_seconds',
    'wait_seconds_sum',
  ],
  ...[
    'render_seconds',
    'latency_seconds',
    'last_done_timestamp',
    'paused',
    'disk_used',
    'build_info',
    'up',
  ],
  ...['nothing', 'nothing_total', 'level:requests:rate5m', '${prefix}_total'],
];

const matcher = fc
  .tuple(
    label,
    fc.constantFrom('=', '!=', '=~', '!~'),
    fc.constantFrom(
      'mail',
      'pdf',
      '200',
      '5..',
      'a|b',
      '^x$',
      '.*',
      '.+',
      '',
      '$queue',
      '${queue:regex}',
      '[[queue]]',
      '.*$queue.*',
    ),
  )
  .map(([name, op, value]) => `${name}${op}"${value}"`);

const bareSelector = fc
  .tuple(fc.constantFrom(...METRICS), fc.array(matcher, { maxLength: 3 }))
  .map(([name, matchers]) => (matchers.length === 0 ? name : `${name}{${matchers.join(', ')}}`));

const modifiers = fc.constantFrom(
  '',
  '',
  '',
  ' offset 5m',
  ' offset -1w',
  ' @ 0',
  ' @ end()',
  ' @ start() offset 1h',
);

const selector = fc.tuple(bareSelector, modifiers).map(([of, after]) => of + after);

const range = fc.constantFrom(
  '10s',
  '1m',
  '5m',
  '1h30m',
  '30d',
  '$__rate_interval',
  '$__range',
  '$window',
  '${__interval}',
);

/** A call of any function of the table that returns what is asked for. */
function calls(tie: (type: ValueType) => Arbitrary<string>, returns: ValueType): Arbitrary<string> {
  const fitting = Object.entries(FUNCTIONS).filter(
    ([name, spec]) => spec.returns === returns && !NEEDS_MORE.has(name),
  );
  return fc.oneof(
    ...fitting.map(([name, { args, min = args.length }]) =>
      fc
        .tuple(fc.integer({ min, max: args.length }), ...args.map((type) => tie(type)))
        .map(([count, ...given]) => `${name}(${given.slice(0, count).join(', ')})`),
    ),
    ...(returns === 'vector' ? relabels(tie('vector')) : []),
  );
}

/** Their arguments have to be more than of the right type. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['label_replace', 'label_join', 'info']);

function relabels(vector: Arbitrary<string>): readonly Arbitrary<string>[] {
  const regex = fc.constantFrom('(.*)', '(\\\\w+):(.*)', 'mail', '');
  return [
    fc
      .tuple(vector, label, fc.constantFrom('$1', '$2-x', '', 'y'), label, regex)
      .map(
        ([of, to, text, from, by]) =>
          `label_replace(${of}, "${to}", "${text}", "${from}", "${by}")`,
      ),
    fc
      .tuple(vector, label, label, label)
      .map(([of, to, a, b]) => `label_join(${of}, "${to}", "-", "${a}", "${b}")`),
    fc.tuple(vector, matcher).map(([of, by]) => `info(${of}, {${by}, version="1"})`),
  ];
}

function aggregates(vector: Arbitrary<string>, scalar: Arbitrary<string>): Arbitrary<string> {
  const clause = fc.oneof(
    fc.constantFrom('', ' by ($group)'),
    fc
      .tuple(fc.constantFrom('by', 'without'), labels)
      .map(([kind, names]) => ` ${kind} (${names.join(', ')})`),
  );
  return fc.oneof(
    ...Object.entries<AggregateSpec>(AGGREGATES).map(([op, { param }]) => {
      const first = param === 'scalar' ? scalar : fc.constant('"value"');
      return fc
        .tuple(clause, first, vector)
        .map(([by, of, rest]) => `${op}${by} (${param === undefined ? '' : `${of}, `}${rest})`);
    }),
  );
}

function joins(vector: Arbitrary<string>): Arbitrary<string> {
  const matching = fc.oneof(
    fc.constant(''),
    fc
      .tuple(fc.constantFrom('on', 'ignoring'), labels)
      .map(([kind, names]) => ` ${kind} (${names.join(', ')})`),
  );
  const group = fc.constantFrom(
    '',
    '',
    ' group_left ()',
    ' group_right (version)',
    ' group_left (owner, $extra)',
  );
  return fc.oneof(
    fc
      .tuple(vector, fc.constantFrom('and', 'or', 'unless'), matching, vector)
      .map(([left, op, by, right]) => `(${left}) ${op}${by} (${right})`),
    fc
      .tuple(
        vector,
        fc.constantFrom(
          '+',
          '-',
          '*',
          '/',
          '%',
          '^',
          'atan2',
          '>',
          '< bool',
          '==',
          '!= bool',
          '>=',
        ),
        matching,
        group,
        vector,
      )
      .map(
        ([left, op, by, side, right]) => `(${left}) ${op}${by}${by === '' ? '' : side} (${right})`,
      ),
  );
}

function withScalar(vector: Arbitrary<string>, scalar: Arbitrary<string>): Arbitrary<string> {
  const op = fc.constantFrom('+', '-', '*', '/', '^', '>', '<=', '==', '!=', '> bool');
  return fc.oneof(
    fc.tuple(vector, op, scalar).map(([left, by, right]) => `(${left}) ${by} ${right}`),
    fc.tuple(scalar, op, vector).map(([left, by, right]) => `${left} ${by} (${right})`),
  );
}

/** PromQL that Prometheus accepts once Grafana has filled in its variables: every construct, over the test's metrics. */
export const validExpression: Arbitrary<string> = fc.letrec<Record<ValueType, string>>((tie) => ({
  vector: fc.oneof(
    { maxDepth: 3, depthSize: 'xsmall' },
    { arbitrary: selector, weight: 3 },
    { arbitrary: calls(tie, 'vector'), weight: 3 },
    { arbitrary: aggregates(tie('vector'), tie('scalar')), weight: 3 },
    { arbitrary: joins(tie('vector')), weight: 3 },
    { arbitrary: withScalar(tie('vector'), tie('scalar')), weight: 2 },
    { arbitrary: tie('vector').map((of) => `(${of})`), weight: 1 },
    { arbitrary: tie('vector').map((of) => `-(${of})`), weight: 1 },
    { arbitrary: fc.constantFrom('$anything', 'vector($threshold)'), weight: 1 },
  ),
  scalar: fc.oneof(
    { maxDepth: 3, depthSize: 'xsmall' },
    fc.constantFrom(
      '0',
      '1',
      '0.95',
      '-3',
      '1e6',
      '0x1F',
      'Inf',
      'NaN',
      '5m',
      '1_000',
      '$threshold',
    ),
    calls(tie, 'scalar'),
    fc
      .tuple(
        tie('scalar'),
        fc.constantFrom('+', '-', '*', '/', '%', '^', '== bool', '< bool'),
        tie('scalar'),
      )
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
  ),
  matrix: fc.oneof(
    { maxDepth: 3, depthSize: 'xsmall' },
    fc
      .tuple(bareSelector, range, modifiers)
      .map(([of, window, after]) => `${of}[${window}]${after}`),
    fc
      .tuple(tie('vector'), range, fc.constantFrom('', '1m', '$__interval'), modifiers)
      .map(([of, window, step, after]) => `(${of})[${window}:${step}]${after}`),
  ),
  string: fc.constantFrom('"queue"', '"route"', "'code'", '`instance`'),
})).vector;
