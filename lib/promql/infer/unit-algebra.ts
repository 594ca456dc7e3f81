import { PHYSICAL_UNITS } from '../../catalog/index.ts';
import type { ArithmeticOp } from '../ast.ts';
import {
  COUNT,
  type InferredUnit,
  isDimensionless,
  isOnly,
  near,
  NUMBER,
  RATIO,
  SECONDS,
  USAGE,
} from './inferred-unit.ts';

/** `undefined` is a unit that is not known; it absorbs. */
type Known = InferredUnit | undefined;

/** How two units that are added or compared stand to each other. */
export type Agreement =
  /** One of them is not known, or they are the same. */
  | 'same'
  /** The same dimension, such as seconds and milliseconds. */
  | 'scale'
  /** Both are counts, of different things. */
  | 'counts'
  | 'dimension';

export function agreement(a: Known, b: Known): Agreement {
  if (a === undefined || b === undefined || a === b) return 'same';
  if (a.role === 'number' || b.role === 'number') return 'same';
  if (sameDimensions(a, b)) return near(a.scale, b.scale) ? 'same' : 'scale';
  const [x, y] = [physical(a), physical(b)];
  if (!sameDimensions(x, y)) return 'dimension';
  if (!near(a.scale, b.scale)) return 'scale';
  // Named things against a plain number of things: `flashes_total + count(x)`.
  return sameDimensions(a, x) || sameDimensions(b, y) ? 'same' : 'counts';
}

/** The unit of a value that may come from either; unknown where they do not agree. */
export function either(a: Known, b: Known): Known {
  if (a === undefined || b === undefined) return undefined;
  if (a.role === 'number') return b;
  if (b.role === 'number') return a;
  if (agreement(a, b) !== 'same') return undefined;
  return isDimensionless(a) ? b : a;
}

/**
 * The unit of `a op b`.
 *
 * @param left the value of `a` where it is a constant, as `right` is of `b`: `* 1000` may convert seconds to milliseconds
 */
export function unitOf(
  op: ArithmeticOp,
  a: Known,
  b: Known,
  left: number | undefined,
  right: number | undefined,
): Known {
  if (a === undefined || b === undefined) return undefined;
  switch (op) {
    case '+':
      return isOnly(a, 'timestamp') || isOnly(b, 'timestamp') ? shifted(a, b) : either(a, b);
    case '-':
      return isOnly(a, 'timestamp') ? difference(a, b) : either(a, b);
    case '*':
      return product(a, b, left, right);
    case '/':
      return quotient(a, b, right);
    case '%':
      return a;
    case '^':
      return right === undefined ? undefined : raised(a, right);
    case 'atan2':
      return undefined;
  }
}

/** A moment and a length of time is a moment. */
function shifted(a: InferredUnit, b: InferredUnit): Known {
  const [moment, other] = isOnly(a, 'timestamp') ? [a, b] : [b, a];
  const length = other.role === 'number' || isOnly(other, 'seconds');
  return length && sameScale(moment, other) ? moment : undefined;
}

/** The difference of two moments is a length of time. */
function difference(a: InferredUnit, b: InferredUnit): Known {
  if (isOnly(b, 'timestamp')) {
    return near(a.scale, b.scale) ? { ...SECONDS, scale: a.scale } : undefined;
  }
  return shifted(a, b);
}

function sameScale(a: InferredUnit, b: InferredUnit): boolean {
  return b.role === 'number' || near(a.scale, b.scale);
}

function product(
  a: InferredUnit,
  b: InferredUnit,
  left: number | undefined,
  right: number | undefined,
): Known {
  if (a.role === 'number' && b.role === 'number') return NUMBER;
  if (b.role === 'number') return right === undefined ? a : scaled(a, right);
  if (a.role === 'number') return left === undefined ? b : scaled(b, left);
  // A mask: `x * on (…) group_left () some_info`.
  if (b.role === 'state' || b.role === 'info') return a;
  if (a.role === 'state' || a.role === 'info') return b;
  return combined(a, b, 1);
}

function quotient(a: InferredUnit, b: InferredUnit, right: number | undefined): Known {
  if (b.role === 'number') {
    if (a.role === 'number') return NUMBER;
    return right === undefined ? a : scaled(a, 1 / right);
  }
  if (a.role === 'number') return combined(COUNT, b, -1);
  if (isDimensionless(b) && b.role !== a.role && b.role !== 'count') return undefined;
  return combined(a, b, -1);
}

/** `sign` 1 multiplies, -1 divides. */
function combined(a: InferredUnit, b: InferredUnit, sign: 1 | -1): InferredUnit {
  if (a === b && sign === -1) return RATIO;
  const dimensions: Record<string, number> = {};
  let left = 0;
  for (const dimension in a.dimensions) {
    const n = (a.dimensions[dimension] ?? 0) + sign * (b.dimensions[dimension] ?? 0);
    if (n !== 0) {
      dimensions[dimension] = n;
      left++;
    }
  }
  for (const dimension in b.dimensions) {
    if (dimension in a.dimensions) continue;
    dimensions[dimension] = sign * (b.dimensions[dimension] ?? 0);
    left++;
  }
  const scale = sign === 1 ? a.scale * b.scale : a.scale / b.scale;
  return left > 0 ? { dimensions, scale } : { dimensions, scale, role: roleOf(a, b, sign) };
}

function roleOf(a: InferredUnit, b: InferredUnit, sign: 1 | -1): 'ratio' | 'count' | 'usage' {
  if (sign === -1) return 'ratio';
  if (a.role === 'usage' || b.role === 'usage') return 'usage';
  return a.role === 'count' || b.role === 'count' || !isDimensionless(a) ? 'count' : 'ratio';
}

/** The slope of a value over time, as `rate` and `deriv` compute it. */
export function perSecond(unit: Known): Known {
  if (unit === undefined || unit.role === 'number') return unit;
  let found = slopes.get(unit);
  if (found === undefined) {
    const slope = isOnly(unit, 'timestamp')
      ? combined({ ...SECONDS, scale: unit.scale }, SECONDS, -1)
      : combined(unit, SECONDS, -1);
    found = isOnly(unit, 'seconds') ? { ...USAGE, scale: slope.scale } : slope;
    slopes.set(unit, found);
  }
  return found;
}

const slopes = new WeakMap<InferredUnit, InferredUnit>();

export function raised(unit: Known, exponent: number): Known {
  if (unit === undefined || unit.role === 'number') return unit;
  const entries = Object.entries(unit.dimensions).map(([d, n]) => [d, n * exponent] as const);
  if (exponent === 0 || entries.some(([, n]) => !Number.isInteger(n))) return undefined;
  return {
    dimensions: Object.fromEntries(entries),
    scale: unit.scale ** exponent,
    ...(unit.role && { role: unit.role }),
  };
}

/**
 * The unit of a value times a literal. A factor that leads to another unit in use (`* 1000` of seconds, `* 60` of
 * events per second) converts; a small one (`* 1.5`) takes a part or a multiple; any other says nothing.
 */
function scaled(unit: InferredUnit, by: number): Known {
  const factor = Math.abs(by);
  if (factor === 1) return unit;
  const scale = unit.scale / factor;
  const standard = SCALES[scaleFamily(unit)].find((s) => near(s, scale));
  if (standard !== undefined) return { ...unit, scale: standard };
  return factor >= 0.05 && factor <= 20 ? unit : undefined;
}

function scaleFamily(unit: InferredUnit): keyof typeof SCALES {
  if (unit.role === 'ratio' || unit.role === 'usage') return 'ratio';
  if (isOnly(unit, 'seconds')) return 'seconds';
  if (isOnly(unit, 'timestamp')) return 'timestamp';
  if (isOnly(unit, 'bytes')) return 'bytes';
  const { seconds, bytes } = unit.dimensions;
  if (seconds !== -1) return 'other';
  return bytes === 1 ? 'bytesPerTime' : 'perTime';
}

const TIMES = [1, 60, 3600, 86_400];
const BYTES = [1, 1024, 1024 ** 2, 1024 ** 3, 1024 ** 4, 1000, 1e6, 1e9, 1e12].flatMap((s) => [
  s,
  s / 8,
]);

const SCALES = {
  ratio: [1, 0.01],
  seconds: [1, 1e-3, 1e-6, 1e-9, 60, 3600, 86_400, 604_800],
  timestamp: [1, 1e-3],
  bytes: BYTES,
  bytesPerTime: BYTES.flatMap((s) => TIMES.map((t) => s / t)),
  perTime: TIMES.map((t) => 1 / t),
  other: [1],
} as const satisfies Record<string, readonly number[]>;

function sameDimensions(a: InferredUnit, b: InferredUnit): boolean {
  if (a.dimensions === b.dimensions) return true;
  for (const d in a.dimensions) if (a.dimensions[d] !== b.dimensions[d]) return false;
  for (const d in b.dimensions) if (a.dimensions[d] !== b.dimensions[d]) return false;
  return true;
}

/** Without the dimensions that name what is counted. */
function physical(unit: InferredUnit): InferredUnit {
  const kept = Object.entries(unit.dimensions).filter(([d]) => Object.hasOwn(PHYSICAL_UNITS, d));
  return { dimensions: Object.fromEntries(kept), scale: unit.scale };
}

/** Over series: a sum of states is how many are on, their mean the part that is. */
export function averaged(unit: Known): Known {
  return unit?.role === 'state' ? RATIO : unit;
}

export function summed(unit: Known): Known {
  if (unit === undefined) return undefined;
  if (unit.role === 'state' || unit.role === 'info') return COUNT;
  // A sum of moments is not a moment.
  return isOnly(unit, 'timestamp') ? undefined : unit;
}
