export type { Change, ChangeKind } from './change.ts';
export { describeFile } from './describe-file.ts';
export type { Impact } from './impact/index.ts';
export {
  describe,
  GITHUB_LIMIT,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
  summaryOf,
} from './report/index.ts';
export { review, type Review, type Side } from './review.ts';
export type { ReviewFile } from './snapshot.ts';
