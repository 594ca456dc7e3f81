import type { Color } from './color.ts';

/** A colour that holds from a value upwards. */
export interface ThresholdStep {
  readonly from: number;
  readonly color: Color;
}

/** Values that change the colour. */
export interface Thresholds {
  /** `percentage` of the way from min to max. */
  readonly mode: 'absolute' | 'percentage';
  /** Below the first step. Absent: there are no colours at all. */
  readonly base?: Color;
  /** Ascending. */
  readonly steps: readonly ThresholdStep[];
}

/** The limits of a value of which more is worse: orange from `warning`, red from `critical`, green below. */
export interface Limits {
  readonly warning?: number;
  readonly critical?: number;
}

export const SEVERITY_COLOR = {
  critical: 'red',
  warning: 'orange',
  info: 'blue',
} as const satisfies Record<string, Color>;

const GOOD: Color = 'green';

/** What `Panel.thresholds` takes, as thresholds. */
export function toThresholds(limits: Limits | Thresholds): Thresholds {
  return 'steps' in limits ? limits : above(limits);
}

function above({ warning, critical }: Limits): Thresholds {
  return {
    mode: 'absolute',
    base: GOOD,
    steps: [
      ...(warning === undefined ? [] : [{ from: warning, color: SEVERITY_COLOR.warning }]),
      ...(critical === undefined ? [] : [{ from: critical, color: SEVERITY_COLOR.critical }]),
    ],
  };
}

/**
 * The limits of a value of which less is worse: red below `critical`, orange below `warning`, green from there on.
 *
 * @example
 * gauge('Success rate', '…').thresholds(below({ warning: 0.98, critical: 0.9 }))
 */
export function below({ warning, critical }: Limits): Thresholds {
  const steps: ThresholdStep[] = [];
  if (critical !== undefined) {
    steps.push({ from: critical, color: warning === undefined ? GOOD : SEVERITY_COLOR.warning });
  }
  if (warning !== undefined) steps.push({ from: warning, color: GOOD });
  const worst = critical === undefined ? SEVERITY_COLOR.warning : SEVERITY_COLOR.critical;
  return { mode: 'absolute', base: steps.length === 0 ? GOOD : worst, steps };
}

/**
 * Thresholds with colours of one's own. A first entry without `from` is the colour below all others, default green.
 *
 * @example
 * stat('Active connections', '…').thresholds(
 *   steps([{ color: 'red' }, { from: 1, color: 'yellow' }, { from: 5, color: 'green' }]),
 * )
 */
export function steps(
  entries: readonly [{ readonly color: Color }, ...ThresholdStep[]] | readonly ThresholdStep[],
  mode: Thresholds['mode'] = 'absolute',
): Thresholds {
  const [first, ...rest] = entries as readonly { from?: number; color: Color }[];
  if (first === undefined || first.from !== undefined) {
    return { mode, base: GOOD, steps: entries as readonly ThresholdStep[] };
  }
  return { mode, base: first.color, steps: rest as readonly ThresholdStep[] };
}
