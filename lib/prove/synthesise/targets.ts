import { any, Duration, environmentIn, type Job, type Stack } from '../../catalog/index.ts';
import { regexMatches } from '../../promql/index.ts';
import type { LabelSet } from './label-sets.ts';
import { hashOf } from './random.ts';
import type { TimeFrame } from './time-frame.ts';

/** One address that Prometheus scrapes. */
export interface ScrapeTarget {
  readonly job: string;
  /** That every series of it carries. */
  readonly labels: LabelSet;
  /** Seconds. */
  readonly interval: number;
  /** Seconds after the full interval, with milliseconds: targets are not scraped at the same moment. */
  readonly offset: number;
  /** When the process started; `restart` too, where it is in the frame. */
  readonly started: number;
  readonly restart?: number;
  /** Whether Prometheus keeps a series of this name. */
  keeps(name: string): boolean;
}

/** Minutes before the incident at which one target restarts: its counters begin again at 0. */
const RESTART = 70;

/**
 * The targets of a stack's jobs.
 *
 * @param restarting the job whose first target restarts once
 */
export function targetsOf(
  stack: Stack,
  frame: TimeFrame,
  restarting: string | undefined,
): readonly ScrapeTarget[] {
  return Object.values(stack.jobs).flatMap((job) =>
    job.scrape.targets.map((address, i): ScrapeTarget => {
      const instance = instanceOf(job, expanded(address, stack));
      const hash = hashOf(`${job.name} ${instance}`) >>> 0;
      const interval = Duration.of(
        job.scrape.interval ?? stack.prometheus.scrapeInterval,
      ).inSeconds;
      return {
        job: job.name,
        labels: { ...addedBy(job), job: job.name, instance },
        interval,
        offset: (hash % Math.min(10_000, interval * 1000)) / 1000,
        started: frame.start - 86_400 - (hash % 864_000),
        ...(job.name === restarting && i === 0 ? { restart: frame.incident - RESTART * 60 } : {}),
        keeps: keeper(job),
      };
    }),
  );
}

/** Variables of the environment become what they are by default or by example. */
function expanded(address: string, { environment }: Stack): string {
  return environmentIn(address).reduce((text, name) => {
    const variable = environment[name];
    const value = variable?.default ?? variable?.example ?? name.toLowerCase();
    return text.replaceAll(`\${${name}}`, value);
  }, address);
}

function instanceOf({ scrape }: Job, address: string): string {
  const fixed = scrape.relabel?.find(
    ({ targetLabel, sourceLabels = [] }) => targetLabel === 'instance' && sourceLabels.length === 0,
  );
  return fixed?.replacement ?? address;
}

function addedBy({ labels }: Job): LabelSet {
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, values]) =>
      values === any || values[0] === undefined ? [] : [[name, values[0]]],
    ),
  );
}

/** Only what is decided by the name: relabelling of labels is what the catalog has described already. */
function keeper({ scrape }: Job): ScrapeTarget['keeps'] {
  const steps = (scrape.metricRelabel ?? []).filter(
    ({ sourceLabels = [], action }) =>
      sourceLabels.join() === '__name__' && (action === 'keep' || action === 'drop'),
  );
  return (name) =>
    steps.every(({ regex = '.*', action }) => regexMatches(regex, name) === (action === 'keep'));
}
