/** The time that synthesised data covers, in seconds since 1970. All bounds are those of Prometheus's blocks of two hours. */
export interface TimeFrame {
  readonly start: number;
  /** From when on all series are there. */
  readonly whole: number;
  /** When a scenario's incident begins. */
  readonly incident: number;
  /** Exclusive; what dashboards take for now. */
  readonly end: number;
  readonly windows: readonly TimeWindow[];
}

/** Two hours that become one block. */
export interface TimeWindow {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Every how many-th scrape is there: the far past is coarser. */
  readonly stride: number;
  /** The names of the series that are there: nobody looks at others that far back. Absent: all. */
  readonly only?: readonly string[];
}

export const WINDOW = 7200;

/** A Thursday afternoon: always the same, so that the data is. */
const NOW = Date.UTC(2026, 0, 15, 14) / 1000;

/** Scrapes are as often as configured for so long; before, each second one is left out. */
const FINE = 8 * 3600;

/**
 * The last so much time, in whole windows.
 *
 * @param seconds how far back somebody looks
 * @param names of the series that are looked at further back than eight hours
 */
export function timeFrame(seconds: number, names?: readonly string[]): TimeFrame {
  const count = Math.max(2, Math.ceil(seconds / WINDOW));
  const start = NOW - count * WINDOW;
  const windows = Array.from({ length: count }, (_, i): TimeWindow => {
    const from = start + i * WINDOW;
    const window = { start: from, end: from + WINDOW };
    if (NOW - from <= FINE) return { ...window, stride: 1 };
    return { ...window, stride: 2, ...(names && { only: names }) };
  });
  return { start, whole: Math.max(start, NOW - FINE), incident: NOW - WINDOW, end: NOW, windows };
}
