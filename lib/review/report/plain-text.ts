/** Text of files is text: no Markdown, no HTML, nobody is called by name. Code stays code. */
export function markdownText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : plainMarkdown(part)))
    .join('');
}

function plainMarkdown(text: string): string {
  return htmlText(text)
    .replace(/[\\*_[\]~|]/g, '\\$&')
    .replace(/[@#](?=\w)|\bwww(?=\.)/g, '$&<!-- -->')
    .replace(/\b(https?):\/\//g, '$1<!-- -->://');
}

export function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
