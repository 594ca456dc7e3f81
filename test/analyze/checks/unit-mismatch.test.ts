import check from '../../../lib/analyze/checks/unit-mismatch.ts';
import {
  byName,
  byQuery,
  type GrafanaUnit,
  type Query,
  stat,
  timeseries,
} from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const bytesPerSecond = m.payload_bytes.sum.rate().sum();
const requestRate = m.requests_total.rate().sum();
const share = m.requests_total.where({ code: '500' }).rate().sum().div(requestRate);

function shown(query: Query, unit: GrafanaUnit) {
  return timeseries('Panel', '').query(query).unit(unit);
}

describeCheck(check, [
  { name: 'bytes per second as such', of: shown(bytesPerSecond, 'Bps') },
  { name: 'bytes per second as binary ones', of: shown(bytesPerSecond, 'binBps') },
  { name: 'seconds as a duration', of: shown(m.latency_seconds, 'dtdurations') },
  { name: 'milliseconds that were made', of: shown(m.latency_seconds.mul(1000), 'ms') },
  { name: 'a ratio as a share', of: shown(share, 'percentunit') },
  { name: 'a ratio times 100 as percent', of: shown(share.mul(100), 'percent') },
  { name: 'the mean of bytes by requests', of: shown(bytesPerSecond.div(requestRate), 'bytes') },
  { name: 'requests per second', of: shown(requestRate, 'reqps') },
  { name: 'requests per second by another name', of: shown(requestRate, 'ops') },
  { name: 'requests per minute', of: shown(requestRate.mul(60), 'reqpm') },
  { name: 'an increase as per minute', of: shown(m.requests_total.increase('1m').sum(), 'cpm') },
  { name: 'anything as a plain number', of: shown(bytesPerSecond, 'short') },
  { name: 'anything with a text of its own', of: shown(requestRate, 'suffix: requests') },
  { name: 'the inferred one', of: timeseries('Panel', '').query(bytesPerSecond) },
  {
    name: 'one that an override replaces',
    of: shown(bytesPerSecond, 'bytes').override(byQuery('A'), { unit: 'Bps' }),
  },
  {
    name: 'one that an override may replace',
    of: shown(bytesPerSecond, 'bytes').override(byName('x'), { unit: 'Bps' }),
  },
  {
    name: 'a number of changes',
    of: stat('Panel', '')
      .query(m.latency_seconds)
      .unit('bytes')
      .options({ calcs: ['count'] }),
  },
  {
    name: 'bytes per second as bytes',
    of: shown(bytesPerSecond, 'bytes'),
    marks: ['sum(rate(payload_bytes_sum{job="api"}[$__rate_interval]))'],
    message: '`Panel` has the unit `bytes`, but its query is in `bytes/s`',
    hint: ".unit('Bps'), or leave it out",
  },
  {
    name: 'the mean of bytes by requests as bytes per second',
    of: shown(bytesPerSecond.div(requestRate), 'Bps'),
    marks: [
      'sum(rate(payload_bytes_sum{job="api"}[$__rate_interval])) / sum(rate(requests_total{job="api"}[$__rate_interval]))',
    ],
    hint: ".unit('bytes'), or leave it out",
  },
  {
    name: 'a ratio as percent',
    of: shown(share, 'percent'),
    marks: [
      'sum(rate(requests_total{job="api",code="500"}[$__rate_interval])) / sum(rate(requests_total{job="api"}[$__rate_interval]))',
    ],
    hint: ".unit('percentunit'), or leave it out",
  },
  {
    name: 'seconds as milliseconds',
    of: shown(m.latency_seconds, 'ms'),
    marks: ['latency_seconds{job="api"}'],
    hint: ".unit('s'), or leave it out",
  },
  {
    name: 'seconds since 1970 as a date, which is in milliseconds',
    of: shown(m.last_done_timestamp, 'dateTimeAsIso'),
    marks: ['last_done_timestamp{job="api"}'],
  },
  {
    name: 'per second as per minute',
    of: shown(requestRate, 'reqpm'),
    marks: ['sum(rate(requests_total{job="api"}[$__rate_interval]))'],
    hint: ".unit('reqps'), or leave it out",
  },
  {
    name: 'bytes per second as things per second',
    of: shown(bytesPerSecond, 'cps'),
    marks: ['sum(rate(payload_bytes_sum{job="api"}[$__rate_interval]))'],
  },
  {
    name: 'one of an override',
    of: timeseries('Panel', '')
      .queries([m.latency_seconds, bytesPerSecond])
      .override(byQuery('B'), { unit: 'bytes' }),
    marks: ['sum(rate(payload_bytes_sum{job="api"}[$__rate_interval]))'],
  },
]);
