import { renderMarkdown, textUtil } from '@grafana/data';

/**
 * A panel's description as HTML that does nothing: no script, form, frame or picture.
 *
 * @param text Markdown of anybody's
 */
export function panelDescription(text: string): string {
  const html = textUtil.sanitize(renderMarkdown(text, { noSanitize: true }));
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Pictures would be fetched from outside; their words stay.
  for (const picture of page.querySelectorAll('img, picture, video, audio, svg, style')) {
    picture.replaceWith(picture.getAttribute('alt') ?? '');
  }
  for (const link of page.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  }
  return page.body.innerHTML;
}
