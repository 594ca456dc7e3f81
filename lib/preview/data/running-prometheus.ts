import { Failure, PrometheusApi } from '../../prove/index.ts';
import type { OpenData, PreviewData } from './preview-data.ts';

/**
 * A Prometheus that somebody runs, for all systems; nothing is changed there.
 *
 * @param url `http://prometheus:9090`
 */
export function runningPrometheus(url: string): PreviewData {
  const api = new PrometheusApi(url);
  return {
    kind: 'prometheus',
    use: async (_system, _scenario, ask) => ask(await open(api, url)),
    close: () => Promise.resolve(),
  };
}

/** Its clock counts, not ours. */
async function open(api: PrometheusApi, url: string): Promise<OpenData> {
  const { error, series } = await api.instant('time()');
  const now = series[0]?.values[0]?.[1];
  if (now === undefined) throw new Failure(`cannot ask Prometheus at \`${url}\`: ${error}`);
  const whole = Math.floor(now);
  return { api, now: whole, key: String(whole) };
}
