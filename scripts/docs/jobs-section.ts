import { any, type Job } from '../../lib/catalog/index.ts';
import type { System } from '../../lib/model/index.ts';
import { code, paragraphs, table } from './markdown.ts';

/** What is asked for metrics, and what every series of it carries. */
export function jobsSection({ stack }: System): string {
  return paragraphs([
    '## Scrape jobs',
    table(
      ['job', 'asked', 'every', 'labels'],
      Object.values(stack.jobs).map((job) => [
        code(job.name),
        urlsOf(job).map(code).join('<br>'),
        job.scrape.interval ?? stack.prometheus.scrapeInterval,
        labelsText(job),
      ]),
    ),
  ]);
}

function urlsOf({ scrape }: Job): readonly string[] {
  const { scheme = 'http', path = '/metrics' } = scrape;
  return scrape.targets.map((target) => `${scheme}://${target}${path}`);
}

function labelsText({ labels }: Job): string {
  return Object.entries(labels)
    .map(([label, values]) =>
      values === any ? code(label) : code(`${label}="${values.join('|')}"`),
    )
    .join(', ');
}
