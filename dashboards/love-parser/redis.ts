import { redisIsDown } from '../../alerts/love-parser/production/dependencies.ts';
import { byName, byRegex, dashboard, row, stat, steps, valueMapping } from '../../lib/index.ts';
import { m, stack } from '../../systems/love-parser/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { redisPanels } from '../shared/redis-panels.ts';
import { frame } from './parts/frame.ts';
import { upNow } from './parts/up-now.ts';

const panels = redisPanels(stack.jobs['redis-exporter']);

/** The alert's expression has a value, 0, only while it is true. */
const DOWN = valueMapping({ 0: { text: 'DOWN', color: 'red' } });

/** Bull keeps its jobs in Redis, so that any eviction is one too many. */
const ANY_IS_BAD = steps([{ color: 'green' }, { from: 0.000_001, color: 'red' }]);

const health = row(
  'Health',
  [
    upNow(
      'Redis up',
      'Whether the exporter reaches Redis. DOWN: no job is queued or taken. Look at the container, its password and the network.',
      m.redis_up.min().legend('Up'),
    ),
    stat(
      'Redis or exporter down',
      'What the alert watches: an exporter that does not answer, or does not reach Redis. Without the exporter, the panel beside says nothing.',
    )
      .alert(redisIsDown, '{{instance}}')
      .instant()
      .unit('none')
      .mappings(DOWN)
      .noValue('no')
      .mayBeEmpty('It shows what fires.')
      .options({ colorMode: 'background', graphMode: 'none' }),
    stat('Memory used now', 'Memory that Redis allocated, whether it has a limit or not.')
      .query(m.redis_memory_used_bytes.max().legend('Used'))
      .color('blue'),
    stat(
      'Evicted keys in range',
      'Keys thrown away in the time range because memory was full. Bull loses jobs that way: raise maxmemory, and set the policy to noeviction.',
    )
      .query(m.redis_evicted_keys_total.increase('$__range').sum().legend('Evicted'))
      .decimals(0)
      .thresholds(ANY_IS_BAD),
  ],
  { height: 4 },
);

const commands = row('Commands', [
  panels.commandLatency,
  panels.commands,
  panels.clients.thresholds({ critical: 100 }).options({ legend: LEGEND_TABLE }),
]);

const memory = row('Memory', [
  panels.memory.options({ legend: LEGEND_TABLE }),
  panels.memoryShare,
  panels.evictions
    .options({ legend: LEGEND_TABLE })
    .override(byName('Evicted'), {
      color: 'thresholds',
      gradient: 'scheme',
      thresholds: ANY_IS_BAD,
    })
    .override(byName('Expired'), { color: 'blue' }),
]);

const keys = row('Keyspace', [
  panels.keyspace
    .options({ stack: 'normal', fill: 20 })
    // A part of the keys, not more of them.
    .override(byRegex(/ expiring$/), { stack: 'none', fill: 0, lineStyle: 'dash' }),
  panels.hitRatio,
]);

export default dashboard({
  ...frame,
  uid: 'love-redis',
  title: 'Redis Health',
  description:
    'Queues, sessions and cache: does Redis answer, how fast, does it run out of memory, are lookups hits.',
  rows: [health, commands, memory, keys],
});
