import { alert, bursts, constant, given, rising, ruleGroup, time } from '../../lib/index.ts';
import { m } from '../../systems/flashcastr/index.ts';

const calls = m.invaders_bot_api_calls_total;
const lastCall = m.invaders_bot_last_api_call_timestamp;
const skipped = m.invaders_bot_sync_skipped_total;
const castsFailed = m.invaders_bot_casts_failed_total;

export const apiErrorRatioHigh = alert({
  name: 'FlashcastrApiErrorRatioHigh',
  expr: calls
    .where({ result: 'error' })
    .rate('15m')
    .sum()
    .div(calls.rate('15m').sum().gt(0))
    .gt(0.2),
  for: '15m',
  severity: 'warning',
  summary: 'More than a fifth of Space Invaders API calls fail',
  description: 'Failed share over 15 minutes is {{ $value | humanizePercentage }}.',
  runbook: {
    meaning:
      'Of the calls that the producer makes to the Space Invaders API, over 20 % end in an error.',
    impact: 'New flashes are found late. Above a point the producer backs off and finds none.',
    diagnosis: [
      'Service Status, row Space Invaders API: since when, all calls or some.',
      'Call the API by hand: status code, latency.',
      'Logs of the producer: time-outs, refusals, or answers that it cannot read.',
    ],
    mitigation: [
      'If the API is down, wait: the producer catches up by itself.',
      'If it refuses us, slow the sync down.',
      'If its answers changed shape, fix the parser and deploy.',
    ],
  },
  cases: [
    {
      name: 'fires at a quarter failing for fifteen minutes',
      given: [
        given(calls, { result: 'error' }, rising(1)),
        given(calls, { result: 'success' }, rising(3)),
      ],
      at: '16m',
      fires: [{ description: 'Failed share over 15 minutes is 25%.' }],
    },
    {
      name: 'is quiet at exactly a fifth',
      given: [
        given(calls, { result: 'error' }, rising(1)),
        given(calls, { result: 'success' }, rising(4)),
      ],
      at: '60m',
    },
    {
      name: 'is quiet a minute early',
      given: [
        given(calls, { result: 'error' }, rising(1)),
        given(calls, { result: 'success' }, rising(3)),
      ],
      at: '15m',
    },
    {
      name: 'is quiet without traffic',
      given: [
        given(calls, { result: 'error' }, constant(7)),
        given(calls, { result: 'success' }, constant(0)),
      ],
      at: '60m',
    },
    {
      name: 'is quiet where no call has failed yet: the series does not exist',
      given: [given(calls, { result: 'success' }, rising(1))],
      at: '60m',
    },
    {
      // At least one burst in each quarter of an hour: 720 of 720 + 900 calls.
      name: 'fires where the calls of two instances fail in bursts, every twelve minutes',
      given: [
        given(calls, { result: 'error', instance: 'first' }, bursts(360, '12m')),
        given(calls, { result: 'error', instance: 'second' }, bursts(360, '12m')),
        given(calls, { result: 'success' }, rising(1)),
      ],
      at: '58m',
      fires: [{ value: 720 / 1620 }],
    },
  ],
});

export const producerStalled = alert({
  name: 'FlashcastrProducerStalled',
  expr: time()
    .sub(lastCall.gt(0).max())
    .gt(1800)
    .unless(skipped.where({ reason: 'off_peak_hours' }).increase('30m').sum().gt(0)),
  for: '5m',
  severity: 'warning',
  summary: 'Producer has not called the API for half an hour',
  description:
    'No off-peak skip explains the silence; last call was {{ $value | humanizeDuration }} ago.',
  runbook: {
    meaning:
      'The producer has not asked the Space Invaders API for half an hour, and not because it is night there.',
    impact: 'No new flash enters the pipeline.',
    diagnosis: [
      'Service Status: is the producer up, is it just restarted.',
      'Flashes, sync skips by reason: is it backing off.',
      "Logs of the producer: the scheduler's last line.",
    ],
    mitigation: ['Restart the producer.', 'If it backs off, see the API error alert.'],
  },
  cases: [
    {
      // The call was made at minute 1: silent for more than 1800 s from minute 32 on.
      name: 'fires after half an hour of silence, five minutes long',
      given: [given(lastCall, {}, constant(60))],
      at: '37m',
      fires: [{ description: 'No off-peak skip explains the silence; last call was 36m 0s ago.' }],
    },
    {
      name: 'is quiet in the off-peak hours',
      given: [
        given(lastCall, {}, constant(60)),
        given(skipped, { reason: 'off_peak_hours' }, rising(0.01)),
      ],
      at: '60m',
    },
    { name: 'is quiet a minute early', given: [given(lastCall, {}, constant(60))], at: '36m' },
    {
      name: 'fires although syncs are skipped for another reason',
      given: [
        given(lastCall, {}, constant(60)),
        given(skipped, { reason: 'backoff' }, rising(0.01)),
      ],
      at: '37m',
      fires: [{ description: 'No off-peak skip explains the silence; last call was 36m 0s ago.' }],
    },
    {
      name: 'is quiet before the first call: the gauge is 0',
      given: [given(lastCall, {}, constant(0))],
      at: '60m',
    },
    {
      name: 'goes by the instance that called last',
      given: [
        given(lastCall, { instance: 'first' }, constant(60)),
        given(lastCall, { instance: 'second' }, constant(30)),
      ],
      at: '37m',
      fires: [{ value: 2160 }],
    },
    {
      name: 'is quiet for half an hour after the last skip of the night',
      given: [
        given(lastCall, {}, constant(60)),
        given(
          skipped,
          { reason: 'off_peak_hours' },
          rising(0.01).lasting('40m').then(constant(24)),
        ),
      ],
      at: '65m',
    },
  ],
});

export const castsFailing = alert({
  name: 'FlashcastrCastsFailing',
  expr: castsFailed.increase('30m').sum().gt(5),
  for: '5m',
  severity: 'warning',
  summary: 'Farcaster casts are failing',
  description: 'About {{ $value | humanize }} casts failed in the last half hour.',
  runbook: {
    meaning: 'More than five casts could not be posted to Farcaster within half an hour.',
    impact: 'Players see fewer or no flashes on Farcaster; the flashes themselves are kept.',
    diagnosis: [
      'Flashes, row Publishing: do all casts fail or some.',
      'Status of the Farcaster hub and of the posting API, its quota and key.',
      "Logs of the producer: the refusal's text.",
    ],
    mitigation: [
      'Renew the key or wait for the quota.',
      'If the hub is down, wait: failed casts are not posted again by themselves.',
    ],
  },
  cases: [
    {
      // 0.2 a minute is 6 in thirty minutes.
      name: 'fires at six in half an hour',
      given: [given(castsFailed, {}, rising(0.2 / 60))],
      at: '40m',
      fires: [{ description: 'About 6 casts failed in the last half hour.' }],
    },
    {
      name: 'is quiet at five in half an hour',
      given: [given(castsFailed, {}, rising(5 / 1800))],
      at: '60m',
    },
    {
      name: 'is quiet where casts failed an hour ago only',
      given: [given(castsFailed, {}, rising(0.1).lasting('5m').then(constant(30)))],
      at: '60m',
    },
    {
      name: 'fires at six in half an hour of two instances together',
      given: [
        given(castsFailed, { instance: 'first' }, rising(0.1 / 60)),
        given(castsFailed, { instance: 'second' }, rising(0.1 / 60)),
      ],
      at: '40m',
      fires: [{ description: 'About 6 casts failed in the last half hour.' }],
    },
  ],
});

export default ruleGroup('flashcastr-producer', [apiErrorRatioHigh, producerStalled, castsFailing]);
