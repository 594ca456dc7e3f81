import type { Names } from './names.ts';

/** Is it up, what is asked of it, what fails, how long does it take. */
export function dashboardText({ name, title }: Names): string {
  return `import { appDown } from '../../alerts/${name}/availability.ts';
import {
  dashboard,
  datasourceVariable,
  row,
  stat,
  timeseries,
  valueMapping,
} from '../../lib/index.ts';
import { m } from '../../systems/${name}/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';

const requests = m.http_requests_total;
const failed = requests.where({ status: '5xx' });

const health = row(
  'Health',
  [
    stat(
      'Targets up',
      'Whether Prometheus can scrape each instance. DOWN explains every empty panel below.',
    )
      .query(m.up.minBy('instance').legend('{{instance}}'))
      .unit('none')
      .mappings(
        valueMapping({ 0: { text: 'DOWN', color: 'red' }, 1: { text: 'UP', color: 'green' } }),
      )
      .options({ colorMode: 'background', graphMode: 'none' })
      .linkedFrom(appDown),
    stat('Server errors', 'Share of requests that end in 5xx. Red: look at the log of the application.')
      .query(failed.rate().sum().orZero().div(requests.rate().sum().gt(0)).legend('5xx'))
      .noValue('no requests')
      .thresholds({ warning: 0.01, critical: 0.05 }),
  ],
  { height: 4 },
);

const traffic = row('Requests', [
  timeseries('Requests', 'Requests per second, by class of the status.')
    .query(requests.rate().sumBy('status').legend('{{status}}'))
    .min(0)
    .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE }),
  timeseries('Latency', 'How long half, 95 % and 99 % of the requests take at most.')
    .query(
      m.http_request_duration_seconds.quantile(0.5).legend('p50'),
      m.http_request_duration_seconds.quantile(0.95).legend('p95'),
      m.http_request_duration_seconds.quantile(0.99).legend('p99'),
    )
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  uid: '${name}-overview',
  title: '${title} Overview',
  description: 'Is it up, what is asked of it, what fails, and how long does it take.',
  tags: ['${name}'],
  refresh: '30s',
  time: '6h',
  variables: [
    datasourceVariable('datasource', 'prometheus', {
      label: 'Datasource',
      initial: '${name}-prometheus',
    }),
  ],
  rows: [health, traffic],
});
`;
}
