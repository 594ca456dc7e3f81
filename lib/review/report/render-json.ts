import type { Review } from '../review.ts';
import { summaryOf } from './chapters.ts';
import { describe } from './describe.ts';

/** A review for machines: changes, each with the line for people, and impacts. */
export function renderReviewJson(review: Review): string {
  const changes = review.changes.map((change) => ({ ...change, text: describe(change) }));
  return `${JSON.stringify({ summary: summaryOf(review), changes, impacts: review.impacts }, null, 2)}\n`;
}
