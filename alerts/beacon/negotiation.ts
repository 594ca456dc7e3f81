import { alert, constant, given, missing, record, rising, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';

const offers = m.negotiation_offers_seen_total;
const passed = m.negotiation_probes_passed_total;
const failed = m.negotiation_probes_failed_total;

const passedRate = passed.rate('10m').sumBy('region');
const failedRate = failed.rate('10m').sumBy('region');

// Go creates a labelled counter at its first increment. A region whose probes have all failed has no passed series, and
// without a zero in its place its success share would be nothing instead of 0 %.
export const probesPassed = record({
  name: 'region:negotiation_probes_passed:rate10m',
  expr: passedRate.or(failedRate.mul(0)),
});

export const probesFailed = record({
  name: 'region:negotiation_probes_failed:rate10m',
  expr: failedRate.or(passedRate.mul(0)),
});

/** Probes of a region, so many a second. */
const probes = (region: string, counts: { passed: number; failed: number }) => [
  given(passed, { region }, rising(counts.passed)),
  given(failed, { region }, rising(counts.failed)),
];

export const lowNegotiationSuccess = alert({
  name: 'LowNegotiationSuccess',
  expr: probesPassed.series.div(probesPassed.series.add(probesFailed.series).gt(0)).lt(0.7),
  for: '5m',
  severity: 'warning',
  summary: 'Probe success in {{ $labels.region }} under 70%',
  description: 'Only {{ $value | humanizePercentage }} of probes pass.',
  runbook: {
    meaning:
      'A probe asks a provider to prove the region it claims. Over ten minutes fewer than 70 % of them did.',
    impact:
      'Negotiations of that region take longer or find no provider, and its jobs wait or fail.',
    diagnosis: [
      'Golem negotiation: one region or all, and did failed probes rise or passed ones fall.',
      'All regions at once: suspect the probes themselves, not the providers. `fly logs -a beacon-runner-production` says how they fail.',
      'One region: a few providers that claim a region they are not in can fail most of its probes.',
    ],
    mitigation: [
      'Exclude the providers that fail again and again.',
      'Send jobs to other regions until enough offers hold what they claim.',
      'If the probes themselves are wrong, roll back what changed them last.',
    ],
  },
  cases: [
    {
      name: 'fires at 69 % for five minutes, for that region only',
      given: [
        ...probes('EU', { passed: 69, failed: 31 }),
        ...probes('US', { passed: 99, failed: 1 }),
      ],
      at: '6m',
      fires: [
        {
          labels: { region: 'EU' },
          summary: 'Probe success in EU under 70%',
          description: 'Only 69% of probes pass.',
        },
      ],
    },
    {
      name: 'is quiet at exactly 70 %',
      given: probes('EU', { passed: 21, failed: 9 }),
      at: '30m',
    },
    { name: 'is quiet a minute early', given: probes('EU', { passed: 69, failed: 31 }), at: '5m' },
    {
      name: 'fires where no probe has ever passed: that series does not exist',
      given: [given(failed, { region: 'EU' }, rising(1))],
      at: '6m',
      fires: [
        {
          labels: { region: 'EU' },
          summary: 'Probe success in EU under 70%',
          description: 'Only 0% of probes pass.',
        },
      ],
    },
    {
      name: 'is quiet where no probe has ever failed: that series does not exist',
      given: [given(passed, { region: 'EU' }, rising(1))],
      at: '30m',
    },
    {
      name: 'is quiet while nothing is probed',
      given: [
        given(passed, { region: 'EU' }, constant(1)),
        given(failed, { region: 'EU' }, constant(9)),
      ],
      at: '30m',
    },
    {
      name: 'fires at 60 % of all instances together',
      given: [
        given(passed, { region: 'EU', instance: 'first' }, rising(40)),
        given(passed, { region: 'EU', instance: 'second' }, rising(20)),
        given(failed, { region: 'EU', instance: 'first' }, rising(25)),
        given(failed, { region: 'EU', instance: 'second' }, rising(15)),
      ],
      at: '6m',
      fires: [{ labels: { region: 'EU' }, value: 0.6 }],
    },
    {
      name: 'fires on for ten minutes where the runner that failed its last probes is gone',
      given: [given(failed, { region: 'EU' }, rising(1).lasting('10m').then(missing()))],
      at: '17m',
      fires: [{ labels: { region: 'EU' }, value: 0 }],
    },
  ],
});

export const noOffersAvailable = alert({
  name: 'NoOffersAvailable',
  // `or vector(0)`: before the first offer there is no series, and that is the worst case.
  expr: offers.increase('10m').sum().orZero().eq(0),
  for: '5m',
  severity: 'critical',
  summary: 'No Golem offer seen for ten minutes',
  description: 'Providers may be gone, or nothing is negotiating.',
  runbook: {
    meaning:
      'The runner has not seen a single offer of a Golem provider, in any region, for ten minutes and five more.',
    impact: 'No job can be placed. Those that are accepted wait, and fail in the end.',
    diagnosis: [
      'Job processing rates: is anything enqueued. Offers are counted only while a job negotiates, so an idle runner sees none, and nothing is wrong.',
      'Golem negotiation: did all regions stop at once (our side: the runner or its connection to Golem) or one after the other (the providers).',
      '`fly logs -a beacon-runner-production` for errors of the connection to the Golem network.',
    ],
    mitigation: [
      'Idle: silence the alert until jobs come. If idle hours are normal, add the demand to the rule: `… == 0 and on () (sum(increase(jobs_enqueued_total{job="beacon-runner"}[10m])) > 0)`.',
      'Restart the runner, so that it connects to the Golem network anew.',
      'If there are no providers, tell users that jobs wait, and take none that cannot.',
    ],
  },
  cases: [
    {
      name: 'fires where no offer was ever seen: the series does not exist',
      given: [given(m.jobs_enqueued_total, {}, rising(1))],
      at: '5m',
      fires: [{}],
    },
    {
      name: 'is quiet a minute early',
      given: [given(m.jobs_enqueued_total, {}, rising(1))],
      at: '4m',
    },
    {
      // The last offer is at minute 2. It leaves the window at minute 11 or 12: whether a window holds the sample at its
      // beginning depends on the version of Prometheus.
      name: 'fires five minutes after the last offer left the window',
      given: [given(offers, { region: 'US' }, rising(1).lasting('3m').then(constant(120)))],
      at: '17m',
      fires: [{}],
    },
    {
      name: 'is quiet before the five are over',
      given: [given(offers, { region: 'US' }, rising(1).lasting('3m').then(constant(120)))],
      at: '15m',
    },
    {
      name: 'is quiet while one region of two has offers',
      given: [
        given(offers, { region: 'US' }, constant(40)),
        given(offers, { region: 'EU' }, rising(0.1)),
      ],
      at: '30m',
    },
  ],
});

export default ruleGroup('beacon-negotiation', [
  probesPassed,
  probesFailed,
  lowNegotiationSuccess,
  noOffersAvailable,
]);
