const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * An address that a click may follow: to a page, or to write a mail. Whatever would run or carry code is none.
 *
 * @example
 * safeHref('/d/abc?x=1')          // '/d/abc?x=1'
 * safeHref('java\nscript:alert()') // undefined
 */
export function safeHref(href: string): string | undefined {
  // As the browser reads it: it leaves out tabs and line ends, and what is before.
  const parsed = URL.parse(href, window.location.origin);
  return parsed !== null && ALLOWED.has(parsed.protocol) ? href : undefined;
}

/** Whether it leads away from here: then it is opened beside, and told nothing of where it comes from. */
export function isOutside(href: string): boolean {
  return URL.parse(href, window.location.origin)?.origin !== window.location.origin;
}
