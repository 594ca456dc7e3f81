export { summaryOf } from './chapters.ts';
export { describe } from './describe.ts';
export { renderReviewJson } from './render-json.ts';
export { GITHUB_LIMIT, renderReviewMarkdown } from './render-markdown.ts';
export { renderReviewText } from './render-text.ts';
