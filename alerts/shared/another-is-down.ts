import { constant, defineCatalog, given } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { SCRAPE } from '../../systems/shared/scrape.ts';
import { targetLabels } from './target-labels.ts';

/** A target of another job that does not answer: an alert about one job is quiet then. */
export function anotherIsDown(job: AnyJob) {
  return given(defineCatalog(job, SCRAPE).m.up, targetLabels(job), constant(0));
}
