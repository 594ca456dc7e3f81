import { alert, constant, given, ruleGroup } from '../../lib/index.ts';
import { m } from '../../systems/beacon/index.ts';

const heap = m.go_memstats_alloc_bytes;
const goroutines = m.go_goroutines;

const MEBIBYTE = 1024 * 1024;

export const highMemory = alert({
  name: 'HighMemory',
  expr: heap.maxBy('instance').gt(512 * MEBIBYTE),
  for: '5m',
  severity: 'warning',
  summary: 'Runner heap above 512 MB',
  description: '{{ $value | humanize1024 }}B allocated.',
  runbook: {
    meaning: 'The heap of the runner has been larger than 512 MiB for five minutes.',
    impact:
      'The machine has 1 GB for everything: at twice that the kernel ends the runner, and the jobs under way with it.',
    diagnosis: [
      'Resource usage: a slope over hours is a leak, a step came with something. Compare with WebSocket clients and goroutines.',
      'Job processing rates: did the load rise with it.',
      'The last deploy: did the slope begin there.',
    ],
    mitigation: [
      'Restart the runner when few jobs are under way: `fly apps restart beacon-runner-production`.',
      'Give it more memory: `fly scale memory 2048 -a beacon-runner-production`.',
      'Roll back, if the slope began with a deploy.',
    ],
  },
  cases: [
    {
      name: 'fires a mebibyte above for five minutes, for that instance only',
      given: [
        given(heap, { instance: 'first' }, constant(513 * MEBIBYTE)),
        given(heap, { instance: 'second' }, constant(512 * MEBIBYTE)),
      ],
      at: '5m',
      fires: [{ labels: { instance: 'first' }, description: '513MiB allocated.' }],
    },
    {
      name: 'is quiet at exactly 512 MiB',
      given: [given(heap, {}, constant(512 * MEBIBYTE))],
      at: '30m',
    },
    {
      name: 'is quiet a minute early',
      given: [given(heap, {}, constant(513 * MEBIBYTE))],
      at: '4m',
    },
  ],
});

export const tooManyGoroutines = alert({
  name: 'TooManyGoroutines',
  expr: goroutines.maxBy('instance').gt(100),
  for: '5m',
  severity: 'warning',
  summary: 'Runner has over 100 goroutines',
  description: '{{ $value }} are running.',
  runbook: {
    meaning: 'More than a hundred goroutines have existed in the runner for five minutes.',
    impact:
      'None at first. Goroutines that wait for ever hold memory and connections, until both run out.',
    diagnosis: [
      'Resource usage: do they follow the WebSocket clients (each has some) or only grow.',
      'HTTP request latency and Queue health: goroutines pile up behind what is slow.',
      '`fly logs -a beacon-runner-production`: which calls run into timeouts.',
    ],
    mitigation: [
      'Nothing, if they follow the clients: raise the limit with the number of clients that is normal.',
      'Bring back what they wait for: Redis, the database, the Golem network.',
      'Restart the runner, and look for the leak in what was deployed last.',
    ],
  },
  cases: [
    {
      name: 'fires at 101 for five minutes',
      given: [given(goroutines, { instance: 'beacon-runner' }, constant(101))],
      at: '5m',
      fires: [{ labels: { instance: 'beacon-runner' }, description: '101 are running.' }],
    },
    { name: 'is quiet at 100', given: [given(goroutines, {}, constant(100))], at: '30m' },
    { name: 'is quiet a minute early', given: [given(goroutines, {}, constant(101))], at: '4m' },
    {
      name: 'is quiet where two instances have a hundred between them',
      given: [
        given(goroutines, { instance: 'first' }, constant(60)),
        given(goroutines, { instance: 'second' }, constant(60)),
      ],
      at: '30m',
    },
  ],
});

export default ruleGroup('beacon-resources', [highMemory, tooManyGoroutines]);
