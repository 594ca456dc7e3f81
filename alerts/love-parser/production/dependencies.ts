import { stack } from '../../../systems/love-parser/index.ts';
import { hostDiskLow } from '../../shared/host-disk-low.ts';
import { hostMemoryHigh } from '../../shared/host-memory-high.ts';
import { redisDown } from '../../shared/redis-down.ts';

export const redisIsDown = redisDown(stack.jobs['redis-exporter'], {
  name: 'RedisDown',
  for: '1m',
  orExporter: true,
  labels: { notify_sms: 'true' },
  impact: 'No job is queued or taken: broadcasts, parsing and notifications stand still.',
  beside: stack.jobs.backend,
});

export const diskSpaceRunningLow = hostDiskLow(stack.jobs['node-exporter'], 'DiskSpaceRunningLow');

export const memoryUsageHigh = hostMemoryHigh(stack.jobs['node-exporter'], 'MemoryUsageHigh');
