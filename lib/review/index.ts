export type { Change, ChangeKind } from './change.ts';
export {
  type ChangedDashboard,
  changedDashboards,
  type DashboardVersion,
} from './changed-dashboards.ts';
export { describeFile } from './describe-file.ts';
export type { Impact } from './impact/index.ts';
export {
  type Chapter,
  chaptersOf,
  describe,
  GITHUB_LIMIT,
  markdownText,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
  signOf,
  summaryOf,
} from './report/index.ts';
export { review, type Review, type Side } from './review.ts';
export type { ReviewFile } from './snapshot.ts';
