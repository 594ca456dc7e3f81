/** Parts of names that say that something went wrong, or was left out. */
const BAD =
  /^(failed|failures?|errors?|rejected|dropped|deadletter|retried|deadlocks|conflicts|rollback|evicted|throttled|canceled|duplicates|uncollectable|skipped|offline|consecutive|stuck)$/;

/** Parts of names that say how much there can be. */
const LIMIT = /^(max|maximum|limit|capacity|total|size|maxclients|cores)$/i;

export function wordsOf(name: string): readonly string[] {
  return name.split('_').filter((word) => word !== '');
}

export function isBad(name: string): boolean {
  return wordsOf(name).some((word) => BAD.test(word));
}

export function isLimit(name: string): boolean {
  return wordsOf(name).some((word) => LIMIT.test(word));
}

/** `queries` and `query`, `requests` and `request` are one. */
export function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
