export { type Chapter, chaptersOf, summaryOf } from './chapters.ts';
export { describe, signOf } from './describe.ts';
export { markdownText } from './plain-text.ts';
export { renderReviewJson } from './render-json.ts';
export { GITHUB_LIMIT, renderReviewMarkdown } from './render-markdown.ts';
export { renderReviewText } from './render-text.ts';
