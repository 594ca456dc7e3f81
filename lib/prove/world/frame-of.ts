import { Duration } from '../../catalog/index.ts';
import { type Dashboard, expressionsOf, type System } from '../../model/index.ts';
import { type Expr, walk } from '../../promql/index.ts';
import { type TimeFrame, timeFrame } from '../synthesise/index.ts';

/** Seconds that even a system without dashboards has: its rules look back. */
const LEAST = 8 * 3600;

/** Seconds before the first step of a graph that its ranges look at. */
const LOOKING_BACK = 2 * 3600;

/** The time that the data of a system has to cover: what its dashboards show at first. */
export function frameOf(system: System): TimeFrame {
  const back = ({ time }: Dashboard) => secondsShown(time.from) + LOOKING_BACK;
  const far = expressionsOf(system).filter(
    ({ loaded: { value } }) => value.kind === 'dashboard' && back(value) > LEAST,
  );
  const names = new Set(far.flatMap(({ node }) => namesIn(node)));
  const lengths = system.dashboards.map(({ value }) => back(value));
  return timeFrame(Math.max(LEAST, ...lengths), [...names].sort());
}

function namesIn(expr: Expr): readonly string[] {
  return [...walk(expr)].flatMap((node) =>
    node.kind === 'selector' && node.name !== undefined ? [node.name] : [],
  );
}

/** Of `now-6h`; Grafana's other words, such as `now/d`, are a day at most. */
export function secondsShown(from: string): number {
  const length = Duration.parse(from.replace(/^now-/, ''));
  return length?.inSeconds ?? 24 * 3600;
}
