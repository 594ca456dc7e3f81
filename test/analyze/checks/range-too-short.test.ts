import check from '../../../lib/analyze/checks/range-too-short.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

// The shop is scraped every 15 seconds.
describeCheck(check, [
  { name: 'two scrapes', of: m.requests_total.rate('30s') },
  { name: "Grafana's window", of: m.requests_total.rate() },
  { name: 'one sample is enough', of: promql`max_over_time(queue_depth[10s])` },
  { name: 'a subquery', of: promql`deriv(queue_depth[10s:1s])` },
  {
    name: 'a rule that adds to what is scraped',
    of: record({ name: 'x_total', expr: promql`rate(x_total[10s])` }),
    marks: ['rate(x_total[10s])'],
    severity: 'warning',
  },
  {
    name: 'less than a scrape',
    of: promql`sum(rate(requests_total[10s]))`,
    marks: ['rate(requests_total[10s])'],
    message:
      '`rate` needs two samples, but `10s` never holds more than one: there is a sample every `15s`',
    hint: '`[1m]`, which survives a failed scrape',
  },
  {
    name: 'more than one scrape, but not two',
    of: promql`deriv(queue_depth[20s])`,
    marks: ['deriv(queue_depth[20s])'],
    severity: 'warning',
    message:
      '`deriv` needs two samples, but `20s` does not always hold more than one: there is a sample every `15s`',
  },
  {
    name: 'what is not declared',
    of: promql`irate(x_total[10s])`,
    marks: ['irate(x_total[10s])'],
    severity: 'warning',
  },
]);
