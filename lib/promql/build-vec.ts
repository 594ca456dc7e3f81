import type { AggregateOp, Binary, BinaryOp, Expr, Subquery } from './ast.ts';
import { aggregate, binary, call, literal, window } from './build-node.ts';
import type { Query } from './labelled.ts';
import type { AnyMatch } from './matching.ts';
import type { Subquery as WindowType, SubqueryOptions } from './subquery.ts';
import { RATE_INTERVAL, type TimeRange, toOffset, toRange } from './time-range.ts';
import type { Comparison, Scalar, Target, Vec } from './vec.ts';

/** A typed vector over a node; the type of its labels is the caller's claim. */
export function vec<L extends string>(node: Expr): Vec<L> {
  return new Vector(node) as unknown as Vec<L>;
}

/** A typed scalar over a node. */
export function scalar(node: Expr): Scalar {
  return new ScalarValue(node) as unknown as Scalar;
}

/** The prototype of `Vec` and of everything that is one: the operations by their method names. */
export class Vector implements Query {
  readonly node: Expr;

  constructor(node: Expr) {
    this.node = node;
  }
}

class Comparing extends Vector {
  readonly #node: Binary;

  constructor(node: Binary) {
    super(node);
    this.#node = node;
  }

  bool() {
    return vec({ ...this.#node, bool: true });
  }
}

class ScalarValue implements Query {
  readonly node: Expr;
  readonly isScalar = true;

  constructor(node: Expr) {
    this.node = node;
  }
}

/** A range vector of an expression: the functions of range vectors by their method names. */
class Window {
  readonly #node: Subquery;

  constructor(of: Expr, range: TimeRange, { step, offset }: SubqueryOptions = {}) {
    this.#node = {
      kind: 'subquery',
      of,
      range: toRange(range),
      ...(step === undefined ? {} : { step: toRange(step) }),
      ...(offset === undefined ? {} : { offset: toOffset(offset) }),
    };
  }

  over(func: string, ...before: readonly Operand[]) {
    return vec(call(func, ...before.map(parameter), this.#node));
  }

  quantileOverTime(q: Operand) {
    return this.over('quantile_over_time', q);
  }

  predictLinear(seconds: Operand) {
    return vec(call('predict_linear', this.#node, parameter(seconds)));
  }
}

const WINDOW_METHODS = {
  rate: ofWindow('rate'),
  irate: ofWindow('irate'),
  increase: ofWindow('increase'),
  resets: ofWindow('resets'),
  delta: ofWindow('delta'),
  idelta: ofWindow('idelta'),
  deriv: ofWindow('deriv'),
  changes: ofWindow('changes'),
  avgOverTime: ofWindow('avg_over_time'),
  minOverTime: ofWindow('min_over_time'),
  maxOverTime: ofWindow('max_over_time'),
  sumOverTime: ofWindow('sum_over_time'),
  countOverTime: ofWindow('count_over_time'),
  lastOverTime: ofWindow('last_over_time'),
  presentOverTime: ofWindow('present_over_time'),
  stddevOverTime: ofWindow('stddev_over_time'),
  stdvarOverTime: ofWindow('stdvar_over_time'),
} satisfies Record<Exclude<keyof WindowType<string>, keyof Window>, (this: Window) => unknown>;

function ofWindow(func: string) {
  return function (this: Window) {
    return this.over(func);
  };
}

type Operand = number | Query;
type Method = (this: Query, ...args: never[]) => unknown;
type MethodNames<T> = Exclude<keyof T & string, keyof Query | 'isScalar'>;

const SCALAR_METHODS = {
  add: operator('+'),
  sub: operator('-'),
  mul: operator('*'),
  div: operator('/'),
  mod: operator('%'),
  pow: operator('^'),
  vector() {
    return vec(call('vector', this.node));
  },
} satisfies Record<MethodNames<Scalar>, Method> & ThisType<Query>;

const VECTOR_METHODS = {
  ...aggregation('sum'),
  ...aggregation('avg'),
  ...aggregation('min'),
  ...aggregation('max'),
  ...aggregation('count'),
  ...aggregation('group'),
  ...aggregation('stddev'),
  ...aggregation('stdvar'),
  quantileOf(q: Operand) {
    return vec(aggregate('quantile', this.node, [], parameter(q)));
  },
  quantileOfBy(q: Operand, ...by: string[]) {
    return vec(aggregate('quantile', this.node, by, parameter(q)));
  },
  topk: ranked('topk'),
  bottomk: ranked('bottomk'),
  limitk: ranked('limitk'),
  countValues(label: string, ...by: string[]) {
    return vec(aggregate('count_values', this.node, by, literal(label)));
  },

  add: operator('+'),
  sub: operator('-'),
  mul: operator('*'),
  div: operator('/'),
  mod: operator('%'),
  pow: operator('^'),
  atan2: operator('atan2'),
  neg() {
    return vec({ kind: 'unary', op: '-', of: this.node });
  },
  eq: comparison('=='),
  ne: comparison('!='),
  gt: comparison('>'),
  ge: comparison('>='),
  lt: comparison('<'),
  le: comparison('<='),
  and: operator('and'),
  unless: operator('unless'),
  or: operator('or'),
  orMixed: operator('or'),
  orZero() {
    return vec(binary('or', this, scalar(call('vector', 0))));
  },

  abs: unaryFunction('abs'),
  ceil: unaryFunction('ceil'),
  floor: unaryFunction('floor'),
  round(to?: Operand) {
    return vec(
      to === undefined ? call('round', this.node) : call('round', this.node, parameter(to)),
    );
  },
  sqrt: unaryFunction('sqrt'),
  exp: unaryFunction('exp'),
  ln: unaryFunction('ln'),
  log2: unaryFunction('log2'),
  log10: unaryFunction('log10'),
  sgn: unaryFunction('sgn'),
  clamp(min: Operand, max: Operand) {
    return vec(call('clamp', this.node, parameter(min), parameter(max)));
  },
  clampMin(min: Operand) {
    return vec(call('clamp_min', this.node, parameter(min)));
  },
  clampMax(max: Operand) {
    return vec(call('clamp_max', this.node, parameter(max)));
  },
  sort: unaryFunction('sort'),
  sortDesc: unaryFunction('sort_desc'),
  timestamp: unaryFunction('timestamp'),
  minute: unaryFunction('minute'),
  hour: unaryFunction('hour'),
  dayOfWeek: unaryFunction('day_of_week'),
  dayOfMonth: unaryFunction('day_of_month'),
  dayOfYear: unaryFunction('day_of_year'),
  daysInMonth: unaryFunction('days_in_month'),
  month: unaryFunction('month'),
  year: unaryFunction('year'),

  avgOverTime: overTime('avg_over_time'),
  minOverTime: overTime('min_over_time'),
  maxOverTime: overTime('max_over_time'),
  sumOverTime: overTime('sum_over_time'),
  countOverTime: overTime('count_over_time'),
  lastOverTime: overTime('last_over_time'),
  presentOverTime: overTime('present_over_time'),
  stddevOverTime: overTime('stddev_over_time'),
  stdvarOverTime: overTime('stdvar_over_time'),
  quantileOverTime(q: Operand, range: TimeRange = RATE_INTERVAL, step?: TimeRange) {
    return vec(call('quantile_over_time', parameter(q), window(this.node, range, step)));
  },
  subquery(range: TimeRange, options?: SubqueryOptions) {
    return new Window(this.node, range, options);
  },

  histogramQuantile(q: Operand) {
    return vec(call('histogram_quantile', parameter(q), this.node));
  },

  labelReplace(target: string, replacement: string, source: string, regex: string) {
    return vec(call('label_replace', this.node, target, replacement, source, regex));
  },
  labelJoin(target: string, separator: string, ...sources: string[]) {
    return vec(call('label_join', this.node, target, separator, ...sources));
  },
  isEmpty: unaryFunction('absent'),
  scalar() {
    return scalar(call('scalar', this.node));
  },
  legend(text: string): Target {
    return { node: this.node, legendFormat: text };
  },
} satisfies Record<MethodNames<Vec<string>>, Method> & ThisType<Query>;

Object.assign(Vector.prototype, VECTOR_METHODS);
Object.assign(ScalarValue.prototype, SCALAR_METHODS);
Object.assign(Window.prototype, WINDOW_METHODS);

/** `op`, `opBy` and `opWithout`. */
function aggregation<O extends AggregateOp>(op: O) {
  const methods = {
    [op](this: Query) {
      return vec(aggregate(op, this.node, []));
    },
    [`${op}By`](this: Query, ...by: string[]) {
      return vec(aggregate(op, this.node, by));
    },
    [`${op}Without`](this: Query, ...without: string[]) {
      return vec({
        ...aggregate(op, this.node, []),
        grouping: { kind: 'without', labels: without },
      });
    },
  };
  return methods as Record<O | `${O}By` | `${O}Without`, Method>;
}

function ranked(op: AggregateOp) {
  return function (this: Query, n: Operand, ...by: string[]) {
    return vec(aggregate(op, this.node, by, parameter(n)));
  };
}

function operator(op: BinaryOp) {
  return function (this: Query, rhs: Operand, match?: AnyMatch) {
    const node = binary(op, this, rhs, match);
    return isScalar(this) && isScalar(rhs) ? scalar(node) : vec(node);
  };
}

function comparison(op: BinaryOp) {
  return function (this: Query, rhs: Operand, match?: AnyMatch) {
    return new Comparing(binary(op, this, rhs, match)) as unknown as Comparison<string>;
  };
}

function isScalar(value: Operand): boolean {
  return typeof value === 'number' || value instanceof ScalarValue;
}

function parameter(value: Operand): Expr {
  return typeof value === 'number' ? literal(value) : value.node;
}

function unaryFunction(func: string) {
  return function (this: Query) {
    return vec(call(func, this.node));
  };
}

function overTime(func: string) {
  return function (this: Query, range: TimeRange = RATE_INTERVAL, step?: TimeRange) {
    return vec(call(func, window(this.node, range, step)));
  };
}
