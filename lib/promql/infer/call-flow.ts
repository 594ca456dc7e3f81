import type { Call } from '../ast.ts';
import { FUNCTIONS } from '../functions.ts';
import { absentInfo } from './absent-flow.ts';
import { areSeparate, type Branch, dying, withoutName } from './branch.ts';
import { callFacts } from './call-facts.ts';
import { FUNCTION_FLOWS, type FunctionFlow } from './function-flow.ts';
import { histogramInfo } from './histogram-flow.ts';
import { COUNT, NUMBER, SECONDS, TIMESTAMP } from './inferred-unit.ts';
import {
  alwaysReturns,
  type Info,
  knownValue,
  NO_FACTS,
  rangeOf,
  scalarInfo,
  UNKNOWN,
} from './info.ts';
import { ANY_VALUE, constant, constantOf, type Interval, NOT_NEGATIVE } from './interval.ts';
import { labelJoinInfo, labelReplaceInfo } from './relabel-flow.ts';

/** The result of a function. `args` are what is known of its arguments. */
export function callInfo(node: Call, args: readonly Info[]): Info {
  switch (node.func) {
    case 'absent':
    case 'absent_over_time':
      return absentInfo(node, args[0] ?? UNKNOWN);
    case 'label_replace':
      return labelReplaceInfo(node, args[0] ?? UNKNOWN);
    case 'label_join':
      return labelJoinInfo(node, args[0] ?? UNKNOWN);
    case 'histogram_quantile':
    case 'histogram_quantiles':
    case 'histogram_fraction':
      return histogramInfo(node, vectorArgument(node, args) ?? UNKNOWN);
    case 'vector':
      return vectorInfo(node, args[0] ?? UNKNOWN);
    case 'info':
      return opened(args[0] ?? UNKNOWN);
  }
  if (SCALAR_FUNCTIONS.has(node.func)) return scalarFunction(node, args);
  const flow = FUNCTION_FLOWS.get(node.func);
  if (flow === undefined) return UNKNOWN;
  const of = vectorArgument(node, args);
  if (of !== undefined) return passed(node, flow, of, args);
  return FUNCTIONS[node.func]?.min === 0 ? calendarOfNow(node, flow) : UNKNOWN;
}

const SCALAR_FUNCTIONS: ReadonlySet<string> = new Set(
  Object.keys(FUNCTIONS).filter((name) => FUNCTIONS[name]?.returns === 'scalar'),
);

/** The argument that labels come from. */
function vectorArgument(node: Call, args: readonly Info[]): Info | undefined {
  return args[VECTOR_ARGUMENTS.get(node.func) ?? 0];
}

const VECTOR_ARGUMENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(FUNCTIONS).map(([name, { args }]) => [
    name,
    Math.max(
      0,
      args.findIndex((type) => type === 'vector' || type === 'matrix'),
    ),
  ]),
);

function passed(node: Call, flow: FunctionFlow, of: Info, args: readonly Info[]): Info {
  const facts = callFacts(node, flow, of);
  const lost = facts.some((f) => f.kind === 'needs-native-histogram' && !f.guessed);
  const branches = of.branches.map((b) => {
    const passed = passedBranch(node, flow, b, args);
    return CHANGES.has(node.func) && isSteady(b, of) ? { ...passed, range: constant(0) } : passed;
  });
  return {
    type: 'vector',
    branches: lost ? branches.map((b) => dying(b, { code: 'takes-histograms', node })) : branches,
    kind: flow.kind(of.kind),
    unit: flow.wants === 'native-histogram' ? unitOfHistogram(node, of) : flow.unit(of.unit),
    observed: of.observed,
    guessed: of.guessed,
    aggregated: of.aggregated,
    facts,
  };
}

const CHANGES: ReadonlySet<string> = new Set([
  ...['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv'],
]);

/** Its series have one value all the time, as in `0 * absent(x)`: no other branch has samples of them. */
function isSteady(branch: Branch, { branches }: Info): boolean {
  if (constantOf(branch.range) === undefined || !Number.isFinite(branch.range.min)) return false;
  return branches.every((other) => other === branch || areSeparate(branch, other));
}

function passedBranch(node: Call, flow: FunctionFlow, of: Branch, args: readonly Info[]): Branch {
  const range = clampRange(node, of.range, args) ?? flow.range?.(of.range) ?? ANY_VALUE;
  // A window may hold no evaluation of a subquery.
  const always = of.always && args.every((a) => a.type !== 'matrix');
  const branch = flow.keepsName ? { ...of, range } : withoutName(of, node, range);
  return always === of.always ? branch : { ...branch, always };
}

function clampRange(node: Call, of: Interval, args: readonly Info[]): Interval | undefined {
  const bound = (at: number) => {
    const info = args[at];
    return info && knownValue(info);
  };
  const clamped = (low: number | undefined, high: number | undefined) => ({
    min: Math.max(of.min, low ?? -Infinity),
    max: Math.min(of.max, high ?? Infinity),
    nan: of.nan,
  });
  switch (node.func) {
    case 'clamp_min':
      return outOfOrder(clamped(bound(1), undefined), bound(1));
    case 'clamp_max':
      return outOfOrder(clamped(undefined, bound(1)), bound(1));
    case 'clamp':
      return outOfOrder(clamped(bound(1), bound(2)), undefined);
    default:
      return undefined;
  }
}

/** All values lie beyond the bound, so that all become the bound. */
function outOfOrder(range: Interval, bound: number | undefined): Interval {
  if (range.min <= range.max) return range;
  return bound === undefined ? ANY_VALUE : { min: bound, max: bound, nan: range.nan };
}

function unitOfHistogram(node: Call, of: Info): Info['unit'] {
  switch (node.func) {
    case 'histogram_count':
      return of.unit;
    case 'histogram_avg':
    case 'histogram_stddev':
      return of.observed;
    default:
      return undefined;
  }
}

/** `hour()` and the like of the present moment. */
function calendarOfNow(node: Call, flow: FunctionFlow): Info {
  const range = { ...(flow.range?.(ANY_VALUE) ?? ANY_VALUE), nan: false };
  return { ...scalarInfo(node, range, COUNT), type: 'vector' };
}

function vectorInfo(node: Call, of: Info): Info {
  return { ...scalarInfo(node, rangeOf(of)), type: 'vector', unit: of.unit };
}

/** `info` adds the labels of info metrics, whichever those are. */
function opened(of: Info): Info {
  const branches = of.branches.map((branch) => {
    const labels = [...branch.labels].filter(([, { presence }]) => presence !== 'impossible');
    return { ...branch, labels: new Map(labels), closed: undefined, always: false };
  });
  return { ...of, branches, facts: NO_FACTS };
}

function scalarFunction(node: Call, args: readonly Info[]): Info {
  const [first, second] = args;
  switch (node.func) {
    case 'scalar':
      return {
        ...scalarInfo(node, valueOfSingle(first)),
        unit: first?.unit,
        guessed: first?.guessed ?? true,
      };
    case 'pi':
      return scalarInfo(node, constant(Math.PI));
    case 'time':
    case 'start':
    case 'end':
      return scalarInfo(node, { ...NOT_NEGATIVE, nan: false }, TIMESTAMP);
    case 'step':
    case 'range':
      return scalarInfo(node, { ...NOT_NEGATIVE, nan: false }, SECONDS);
    case 'min_of':
    case 'max_of':
      return scalarInfo(node, extreme(node.func, first, second), NUMBER);
    default:
      return scalarInfo(node, ANY_VALUE);
  }
}

/** The value of the only series, NaN where there is none or several. */
function valueOfSingle(of: Info | undefined): Interval {
  if (of === undefined) return ANY_VALUE;
  const range = rangeOf(of);
  return of.branches.length === 1 && alwaysReturns(of) ? range : { ...range, nan: true };
}

function extreme(func: string, a: Info | undefined, b: Info | undefined): Interval {
  const x = a && knownValue(a);
  const y = b && knownValue(b);
  if (x === undefined || y === undefined) return ANY_VALUE;
  return constant(func === 'min_of' ? Math.min(x, y) : Math.max(x, y));
}
