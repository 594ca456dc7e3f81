import { createHash } from 'node:crypto';

/**
 * A short text that two values share only where they are the same, as far as JSON and symbols go.
 *
 * @example
 * fingerprint({ labels: { route: any } }) // '5f0c…': 24 digits
 */
export function fingerprint(...values: readonly unknown[]): string {
  const text = JSON.stringify(values, (key, value: unknown) => {
    // Where something was written says nothing about what it is.
    if (key === 'site') return undefined;
    return typeof value === 'symbol' ? String(value) : value;
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
