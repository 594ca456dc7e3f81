import { objectStoreErrors } from '../../alerts/fluxbase/dependencies.ts';
import { below, byName, dashboard, not, row, timeseries } from '../../lib/index.ts';
import { m, stack } from '../../systems/fluxbase/index.ts';
import { hostPanels } from '../shared/host-panels.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { redisPanels } from '../shared/redis-panels.ts';
import { frame } from './parts/frame.ts';

const redis = redisPanels(stack.jobs.redis);
const cache = row('Redis', [redis.clients, redis.memory, redis.commands, redis.hitRatio]);

const s3 = m.minio_s3_requests_total;
const s3Errors = m.minio_s3_requests_errors_total;

const storage = row('MinIO', [
  timeseries(
    'S3 requests',
    'Requests per second by call. Many ListObjects: something searches by listing instead of remembering.',
  )
    .query(s3.rate().sumBy('api').legend('{{api}}'))
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'S3 error share',
    'Share of requests that fail, 4xx and 5xx together, and what the alert watches. Nothing is drawn without requests. Look at the log of MinIO.',
  )
    .query(s3Errors.rate().sum().orZero().div(s3.rate().sum().gt(0)).legend('Error share'))
    .alert(objectStoreErrors, 'Error share, 5 minutes')
    .unit('percentunit')
    .min(0)
    .override(byName('Error share, 5 minutes'), { lineStyle: 'dash' }),
  timeseries(
    'Bytes stored',
    'Size of all objects; on the drives, until MinIO has counted them for the first time. Compare its slope with the free space below.',
  )
    .query(
      m.minio_cluster_usage_total_bytes
        .max()
        .or(m.minio_node_drive_used_bytes.sum())
        .legend('Stored'),
    )
    .unit('bytes')
    .min(0),
]);

const host = hostPanels(stack.jobs.node);
const machine = row('Host', [
  host.cpuBusy.thresholds({ warning: 0.8, critical: 0.95 }),
  host.memoryUsed.thresholds({ warning: 0.85, critical: 0.95 }),
  host.diskFree
    .thresholds(below({ warning: 0.2, critical: 0.1 }))
    .options({ legend: LEGEND_TABLE }),
]);

const container = { name: not('') } as const;
const containers = row('Containers', [
  timeseries(
    'Container CPU',
    'Cores that each container uses: 100 % is one. The one that rises with the latency is where the time goes.',
  )
    .query(
      m.container_cpu_usage_seconds_total.where(container).rate().sumBy('name').legend('{{name}}'),
    )
    .unit('percentunit')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Container memory',
    'Memory of each container that cannot be given up. A slope over days is a leak: restart it before the kernel does.',
  )
    .query(m.container_memory_working_set_bytes.where(container).sumBy('name').legend('{{name}}'))
    .unit('bytes')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  ...frame,
  uid: 'fluxbase-infrastructure',
  title: 'Fluxbase - Infrastructure',
  description:
    'What the application stands on: cache, object storage, the host and its containers. Monitoring says whether each of them is up.',
  rows: [cache, storage, machine, containers],
});
