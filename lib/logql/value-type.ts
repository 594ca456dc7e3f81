import type { LogqlExpr } from './ast.ts';

/** What a query gives: log lines, numbers over time, or whatever its variable holds. */
export type LogqlType = 'logs' | 'metric' | 'unknown';

/**
 * What a query gives. Lines go to a logs panel, numbers to all others.
 *
 * @example
 * logqlType(parseLogql('{job="api"} |= "error"').expr) // 'logs'
 */
export function logqlType(expr: LogqlExpr): LogqlType {
  if (expr.kind === 'logs') return 'logs';
  return expr.kind === 'variable' ? 'unknown' : 'metric';
}
