import { PHYSICAL_UNITS } from '../../catalog/index.ts';

/**
 * The unit that the name of a metric says by convention; `unknown` where it says none.
 *
 * @example
 * unitOfName('process_start_time_seconds') // timestamp
 * unitOfName('node_network_receive_bytes_total') // bytes
 */
export function unitOfName(name: string): string {
  if (/_(?:timestamp|time)_seconds$/.test(name)) return 'timestamp';
  if (/(?:^|_)up$/.test(name)) return 'state';
  const word = /_([a-z]+)(?:_total)?$/.exec(name)?.[1] ?? '';
  return isPhysical(word) && word !== 'info' && word !== 'state' ? word : 'unknown';
}

/** Whether conversions of the unit are known. */
export function isPhysical(unit: string): boolean {
  return Object.hasOwn(PHYSICAL_UNITS, unit);
}
