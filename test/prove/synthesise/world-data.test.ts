import { describe, expect, it } from 'vitest';

import { FRAME, increases, type Sample, samplesOf, sum } from './samples.ts';
import { outage, shop, world } from './world.ts';

const TARGET = 'tier="front",job="api",instance="api:8080"';
const OTHER = 'tier="front",job="api",instance="api-2:8080"';

const healthy = samplesOf(shop(world));
const incident = samplesOf(shop(world), outage);

const of = (samples: ReadonlyMap<string, Sample[]>, series: string) => samples.get(series) ?? [];
const values = (series: string) => of(healthy, series).map(([, value]) => value);
const BUSY_MODES = ['user', 'system', 'iowait', 'irq', 'softirq', 'nice', 'steal'];
const resets = (series: string) =>
  values(series).filter((value, i, all) => value < (all[i - 1] ?? 0)).length;

describe('a healthy world', () => {
  it('is the same each time', () => {
    expect(samplesOf(shop(world))).toEqual(healthy);
  });

  it('has every value of every label, and the labels of the targets', () => {
    const names = [...healthy.keys()].filter((series) => series.startsWith('requests_total'));
    expect(names.sort()).toEqual(
      [TARGET, OTHER]
        .flatMap((target) => [
          `requests_total{route="/a",code="200",${target}}`,
          `requests_total{route="/a",code="500",${target}}`,
          `requests_total{route="/b",code="200",${target}}`,
          `requests_total{route="/b",code="500",${target}}`,
          `requests_total{route="/c",code="200",${target}}`,
          `requests_total{route="/c",code="500",${target}}`,
        ])
        .sort(),
    );
  });

  it('is scraped as often as configured', () => {
    const times = of(healthy, `up{${OTHER}}`).map(([time]) => time);
    expect(times.length).toBe((FRAME.end - FRAME.start) / 15);
    expect(new Set(times.slice(1).map((time, i) => Math.round(time - (times[i] ?? 0))))).toEqual(
      new Set([15]),
    );
  });

  it('restarts one target: its counters begin again, and one scrape fails', () => {
    expect(resets(`requests_total{route="/a",code="200",${TARGET}}`)).toBe(1);
    expect(resets(`requests_total{route="/a",code="200",${OTHER}}`)).toBe(0);
    expect(values(`up{${TARGET}}`).filter((up) => up === 0)).toHaveLength(1);
    expect(values(`up{${OTHER}}`).filter((up) => up === 0)).toHaveLength(0);
    expect(new Set(values(`process_start_time_seconds{${TARGET}}`)).size).toBe(2);
  });

  it('gives each CPU a second a second, and to idle what the other modes leave', () => {
    const rate = (cpu: string, mode: string) =>
      sum(increases(of(healthy, `cpu_seconds_total{cpu="${cpu}",mode="${mode}",${OTHER}}`))) /
      (FRAME.end - FRAME.start);
    for (const cpu of ['0', '1']) {
      const busy = sum(BUSY_MODES.map((mode) => rate(cpu, mode)));
      expect(rate(cpu, 'idle') + busy).toBeCloseTo(1, 2);
      expect(busy).toBeGreaterThan(0.1);
      expect(busy).toBeLessThan(0.3);
    }
  });

  it('has fractions in what is counted where the bounds have them, and only there', () => {
    expect(values(`load{${OTHER}}`).some((value) => !Number.isInteger(value))).toBe(true);
    expect(values(`queue_depth{${OTHER}}`).every(Number.isInteger)).toBe(true);
  });

  it('counts at the rate that the catalog says, with the rhythm of the day', () => {
    const all = [...healthy].filter(([s]) => s.startsWith('requests_total') && s.includes(OTHER));
    const perSecond =
      sum(all.flatMap(([, samples]) => increases(samples))) / (FRAME.end - FRAME.start);
    // The frame is a morning and an afternoon: more than on average.
    expect(perSecond).toBeGreaterThan(4);
    expect(perSecond).toBeLessThan(6);
  });

  it('has failures within what they are failures of', () => {
    const failed = increases(of(healthy, `requests_failed_total{route="/a",${OTHER}}`));
    const ok = increases(of(healthy, `requests_total{route="/a",code="200",${OTHER}}`));
    const bad = increases(of(healthy, `requests_total{route="/a",code="500",${OTHER}}`));
    expect(sum(failed)).toBeGreaterThan(0);
    expect(failed.filter((n, i) => n > (ok[i] ?? 0) + (bad[i] ?? 0))).toEqual([]);
    expect(sum(failed) / (sum(ok) + sum(bad))).toBeLessThan(0.02);
  });

  it('has histograms that agree with themselves', () => {
    const bucket = (le: string) =>
      values(`request_duration_seconds_bucket{route="/a",${OTHER},le="${le}"}`);
    const count = values(`request_duration_seconds_count{route="/a",${OTHER}}`);
    expect(bucket('+Inf')).toEqual(count);
    const bounds = ['0.1', '0.5', '1', '5', '+Inf'].map(bucket);
    const falls = bounds
      .slice(1)
      .filter((upper, b) => upper.some((value, i) => value < (bounds[b]?.[i] ?? 0)));
    expect(falls).toEqual([]);
  });

  it('observes as often as is counted', () => {
    const counted = ['200', '500'].map((code) =>
      increases(of(healthy, `requests_total{route="/a",code="${code}",${OTHER}}`)),
    );
    const observed = increases(of(healthy, `request_duration_seconds_count{route="/a",${OTHER}}`));
    const both = observed.map((_, i) => sum(counted.map((each) => each[i] ?? 0)));
    expect(observed).toEqual(both);
  });

  it.each([
    ['a gauge stays in its span', 'queue_depth', 5, 20],
    ['a state is 1', 'worker_up', 1, 1],
    ['an info metric is 1', 'build_info', 1, 1],
  ])('%s', (_, name, low, high) => {
    const all = [...healthy].filter(([series]) => series.startsWith(`${name}{`));
    const found = all.flatMap(([, samples]) => samples.map(([, value]) => value));
    expect(found.length).toBeGreaterThan(100);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...found)).toBeLessThanOrEqual(high);
  });

  it('has moments that follow the clock', () => {
    const lags = of(healthy, `last_job_timestamp{${OTHER}}`).map(([time, value]) => time - value);
    expect(Math.min(...lags)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...lags)).toBeLessThan(60);
  });
});

describe('an incident', () => {
  const last = (series: string) => of(incident, series).at(-1)?.[1] ?? NaN;

  it('changes nothing before it begins', () => {
    const before = (samples: ReadonlyMap<string, Sample[]>) =>
      [...samples].map(([series, all]) => [series, all.filter(([time]) => time < FRAME.incident)]);
    expect(before(incident)).toEqual(before(healthy));
  });

  it('freezes, grows, and sets after a while', () => {
    const frozen = FRAME.end - last(`last_job_timestamp{${OTHER}}`);
    expect(frozen).toBeGreaterThanOrEqual(7200);
    expect(last(`queue_depth{${OTHER}}`)).toBeGreaterThan(7100);
    const up = of(incident, `worker_up{${OTHER}}`).filter(([time]) => time >= FRAME.incident);
    expect(up.filter(([time]) => time < FRAME.incident + 600).every(([, v]) => v === 1)).toBe(true);
    expect(up.filter(([time]) => time >= FRAME.incident + 600).every(([, v]) => v === 0)).toBe(
      true,
    );
  });

  it('takes series away', () => {
    const times = of(incident, `build_info{version="1.4.2",${OTHER}}`).map(([time]) => time);
    expect(Math.max(...times)).toBeLessThan(FRAME.incident + 1200);
  });

  it('gives a rate to all series that match together', () => {
    const failed = [...incident].filter(
      ([s]) => s.startsWith('requests_total') && s.includes('code="500"'),
    );
    const during = failed.flatMap(([, all]) =>
      increases(all.filter(([time]) => time >= FRAME.incident)),
    );
    expect(sum(during) / 7200).toBeGreaterThan(0.9);
    expect(sum(during) / 7200).toBeLessThan(1.1);
  });

  it('makes observations larger', () => {
    const mean = (samples: ReadonlyMap<string, Sample[]>) => {
      const part = (suffix: string) =>
        sum(
          increases(
            of(samples, `request_duration_seconds_${suffix}{route="/a",${OTHER}}`).filter(
              ([time]) => time >= FRAME.incident,
            ),
          ),
        );
      return part('sum') / part('count');
    };
    expect(mean(incident) / mean(healthy)).toBeGreaterThan(9);
    expect(mean(incident) / mean(healthy)).toBeLessThan(11);
  });
});
