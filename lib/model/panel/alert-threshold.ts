import type { Expr } from '../../promql/index.ts';
import type { Alert } from '../alert.ts';
import type { Color } from './color.ts';
import { SEVERITY_COLOR, type Thresholds } from './thresholds.ts';

/** The last comparison of an alert's expression with a number. */
interface Limit {
  readonly watched: Expr;
  readonly op: '>' | '>=' | '<' | '<=' | '==' | '!=';
  readonly value: number;
}

/** What an alert watches: its expression without the comparison, where it ends with one. */
export function watchedPart(node: Expr): Expr {
  return limitOf(node)?.watched ?? node;
}

/** Thresholds at the limits of alerts; `undefined` where none of them has a side that is bad. */
export function alertThresholds(alerts: readonly Alert[]): Thresholds | undefined {
  const bad = alerts.flatMap(badSide).sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  const bounds = [...new Set(bad.map((side) => side.at))].sort((a, b) => a - b);
  const [first] = bounds;
  if (first === undefined) return undefined;
  const colorAt = (at: number): Color => {
    const worst = bad.find((side) => (side.above ? at >= side.at : at < side.at));
    return worst === undefined ? 'green' : SEVERITY_COLOR[worst.severity];
  };
  return {
    mode: 'absolute',
    base: colorAt(-Infinity),
    steps: bounds.map((from) => ({ from, color: colorAt(from) })),
  };
}

const RANK = { critical: 0, warning: 1, info: 2 } as const satisfies Record<
  Alert['severity'],
  number
>;

/** On one side of `at` the alert fires; an equality has no such side. */
function badSide({ node, severity }: Alert) {
  const limit = limitOf(node);
  if (limit === undefined || limit.op === '==' || limit.op === '!=') return [];
  return [{ at: limit.value, above: limit.op === '>' || limit.op === '>=', severity }];
}

const MIRRORED = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '==': '==', '!=': '!=' } as const;

function limitOf(node: Expr): Limit | undefined {
  if (node.kind === 'paren') return limitOf(node.of);
  if (node.kind !== 'binary' || node.bool || !isComparison(node.op)) return undefined;
  const right = numberOf(node.right);
  if (right !== undefined) return { watched: unwrapped(node.left), op: node.op, value: right };
  const left = numberOf(node.left);
  if (left === undefined) return undefined;
  return { watched: unwrapped(node.right), op: MIRRORED[node.op], value: left };
}

function isComparison(op: string): op is Limit['op'] {
  return Object.hasOwn(MIRRORED, op);
}

function unwrapped(node: Expr): Expr {
  return node.kind === 'paren' ? unwrapped(node.of) : node;
}

function numberOf(node: Expr): number | undefined {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'paren') return numberOf(node.of);
  if (node.kind !== 'unary') return undefined;
  const value = numberOf(node.of);
  return value === undefined || node.op === '+' ? value : -value;
}
