export { inWords } from './compare-dashboard.ts';
export { compareDashboards } from './compare-dashboards.ts';
export type { ComparedDashboard } from './compared-dashboard.ts';
export { writeReview } from './write-review.ts';
