/**
 * A bucket's bound or a quantile as exporters write it into `le` and `quantile`: 1 is `1` (Go) or `1.0` (Python, and
 * Prometheus itself from 3.0 on), a million `1e+06`, `1000000` or `1000000.0`.
 */
export function spellingsOf(bound: number): readonly string[] {
  const shortest = String(bound);
  const spellings = new Set([shortest, goSpelling(bound)]);
  if (Number.isInteger(bound)) spellings.add(`${shortest}.0`);
  if (shortest.startsWith('0.')) spellings.add(shortest.slice(1));
  return [...spellings];
}

/** Go's shortest form has an exponent of two digits from 1e6 (1e21 in newer libraries) on and below 1e-4. */
function goSpelling(bound: number): string {
  const [digits = '', exponent = '0'] = bound.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(bound);
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
