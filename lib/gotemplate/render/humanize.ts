import { formatFloat } from './format-float.ts';
import { RenderFailure } from './render-failure.ts';

/** `1234567` is `1.235M`, `0.0123` is `12.3m`. */
export function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return four(value);
  if (Math.abs(value) < 1) return scaleUp(value);
  const { rest, prefix } = scaleDown(value, 1000, ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']);
  return four(rest) + prefix;
}

/** `1048576` is `1Mi`. */
export function humanize1024(value: number): string {
  if (Math.abs(value) <= 1 || !Number.isFinite(value)) return four(value);
  const prefixes = ['ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
  const { rest, prefix } = scaleDown(value, 1024, prefixes);
  return four(rest) + prefix;
}

/** `0.1234` is `12.34%`. */
export function humanizePercentage(value: number): string {
  return `${four(value * 100)}%`;
}

/**
 * Seconds: `3661` is `1h 1m 1s`, `0.0015` is `1.5ms`.
 *
 * @throws RenderFailure beyond 285 million years
 */
export function humanizeDuration(value: number): string {
  if (!Number.isFinite(value)) return four(value);
  if (value === 0) return `${four(value)}s`;
  if (Math.abs(value) < 1) return `${scaleUp(value)}s`;
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  const whole = Math.floor(size);
  // Go's conversion overflows somewhere beyond, differently on each processor.
  if (whole > Number.MAX_SAFE_INTEGER) throw new RenderFailure(`${four(value)} is no duration`);
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor(whole / 3600) % 24;
  const minutes = Math.floor(whole / 60) % 60;
  const seconds = whole % 60;
  if (days > 0) return `${sign}${days}d ${hours}h ${minutes}m ${seconds}s`;
  if (hours > 0) return `${sign}${hours}h ${minutes}m ${seconds}s`;
  if (minutes > 0) return `${sign}${minutes}m ${seconds}s`;
  return `${sign}${four(size)}s`;
}

function four(value: number): string {
  return formatFloat(value, 'g', 4);
}

function scaleDown(
  value: number,
  step: number,
  prefixes: readonly string[],
): { rest: number; prefix: string } {
  let rest = value;
  let prefix = '';
  for (const next of prefixes) {
    if (Math.abs(rest) < step) break;
    prefix = next;
    rest /= step;
  }
  return { rest, prefix };
}

function scaleUp(value: number): string {
  let rest = value;
  let prefix = '';
  for (const next of ['m', 'u', 'n', 'p', 'f', 'a', 'z', 'y']) {
    if (Math.abs(rest) >= 1) break;
    prefix = next;
    rest *= 1000;
  }
  return four(rest) + prefix;
}
