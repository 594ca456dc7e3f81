import DOMPurify from 'dompurify';

import { isOutside, safeHref } from '../../links/index.ts';

/** What would run, send, load or cover something, and what text has no need of. */
const FORBIDDEN_TAGS = [
  ...['audio', 'base', 'button', 'embed', 'form', 'frame', 'iframe', 'input', 'link', 'meta'],
  ...['object', 'option', 'picture', 'portal', 'select', 'source', 'style', 'svg', 'math'],
  ...['template', 'textarea', 'track', 'video'],
];
const FORBIDDEN_ATTRIBUTES = [
  'action',
  'background',
  'class',
  'formaction',
  'id',
  'name',
  'ping',
  'poster',
  'srcset',
];

/** Text may be coloured and laid out, but not leave its panel, and not load anything. */
const STYLES =
  /^(align-|background-color$|border|color$|display$|flex|font|gap$|height$|justify-|line-height$|list-style-type$|margin|max-|min-|padding|text-|vertical-align$|white-space$|width$|word-)/;
const LOADING_STYLE = /url|image|expression|\\/i;

const purify = DOMPurify(window);
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node instanceof HTMLElement) keepSafeStyles(node);
  if (node instanceof HTMLAnchorElement) keepSafeLink(node);
  if (node instanceof HTMLImageElement) keepOwnImage(node);
});

/**
 * HTML of unknown origin as it may be shown: whatever runs or fetches something is taken out. An image from elsewhere
 * becomes a link to it.
 *
 * @example
 * safeHtml('<b onclick="x()">a</b><script>x()</script>') // '<b>a</b>'
 */
export function safeHtml(html: string): string {
  return purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}

function keepSafeStyles({ style }: HTMLElement): void {
  for (const property of Array.from(style)) {
    const value = style.getPropertyValue(property);
    if (!STYLES.test(property) || LOADING_STYLE.test(value)) style.removeProperty(property);
  }
}

function keepSafeLink(link: HTMLAnchorElement): void {
  const href = link.getAttribute('href');
  if (href === null) return;
  link.removeAttribute('target');
  if (safeHref(href) === undefined) {
    link.removeAttribute('href');
  } else if (isOutside(href)) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
}

function keepOwnImage(image: HTMLImageElement): void {
  const source = image.getAttribute('src') ?? '';
  if (/^data:image\/(png|gif|jpeg|webp);/i.test(source)) return;
  const link = document.createElement('a');
  link.textContent = image.alt || source;
  link.setAttribute('href', source);
  keepSafeLink(link);
  image.replaceWith(link);
}
