import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PreviewData } from '../../lib/preview/index.ts';
import { PrometheusApi, type Workplace } from '../../lib/prove/index.ts';
import { startPrometheus } from '../../lib/prove/prometheus-server/index.ts';
import { toolPath } from '../tool-path.ts';

/** What the samples' dashboards take for now: 2026-01-15 14:00 UTC, in seconds since 1970. */
export const NOW = Date.UTC(2026, 0, 15, 14) / 1000;

/** A series with a sample each minute. */
export interface SampleSeries {
  /** `up{job="api"}` */
  readonly series: string;
  /** Minutes before `NOW`, from the first sample to the last. */
  readonly minutes: readonly [first: number, last: number];
  /** @param minute before `NOW` */
  readonly value: (minute: number) => number;
}

/** A real Prometheus with these samples. It ends with the workplace. */
export async function samplePrometheus(
  workplace: Workplace,
  samples: readonly SampleSeries[],
): Promise<PreviewData> {
  const data = join(workplace.folder, 'samples');
  mkdirSync(data);
  const text = join(workplace.folder, 'samples.om');
  writeFileSync(text, `${samples.flatMap(linesOf).join('\n')}\n# EOF\n`);
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', text, data];
  await workplace.run(await toolPath('promtool'), args, 'make blocks of samples');
  const program = await toolPath('prometheus');
  const { url } = await startPrometheus(workplace, { program, data, rules: [], lookback: 75 });
  const api = new PrometheusApi(url);
  return {
    kind: 'prometheus',
    use: (_system, _scenario, ask) => ask({ api, now: NOW, key: 'samples' }),
    close: () => Promise.resolve(),
  };
}

function linesOf({ series, minutes: [first, last], value }: SampleSeries): string[] {
  return Array.from({ length: first - last + 1 }, (_, i) => {
    const minute = first - i;
    return `${series} ${value(minute)} ${NOW - minute * 60}`;
  });
}
