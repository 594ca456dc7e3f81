import {
  alert,
  constant,
  defineCatalog,
  Duration,
  given,
  not,
  type Samples,
} from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { NODE } from '../../systems/shared/node.ts';
import { aMinuteEarly, fiveMinutesFine, justInTime } from './five-minutes-fine.ts';
import { targetLabels } from './target-labels.ts';

/**
 * Fires for a host whose root file system has been less than 20 % free for ten minutes. The job exposes `NODE`. In a
 * container node_exporter sees the host's root only with the host's `/` mounted and `--path.rootfs`.
 *
 * @example
 * hostDiskLow(stack.jobs.node, 'DiskSpaceRunningLow')
 * // node_filesystem_avail_bytes{job="node", mountpoint="/", fstype!~"tmpfs|overlay"}
 * //   / node_filesystem_size_bytes{job="node", mountpoint="/", fstype!~"tmpfs|overlay"} < 0.2
 */
export function hostDiskLow(job: AnyJob, name: string) {
  const { m } = defineCatalog(job, NODE);
  const root = { mountpoint: '/', fstype: not('tmpfs', 'overlay') };
  const target = targetLabels(job);
  const disk = { ...target, device: '/dev/sda1', mountpoint: '/', fstype: 'ext4' };
  const fileSystem = (labels: typeof target, free: Samples) => [
    given(m.node_filesystem_size_bytes, labels, constant(100 * GIB)),
    given(m.node_filesystem_avail_bytes, labels, free),
  ];
  const filled = fiveMinutesFine(constant(50 * GIB), constant(19 * GIB));
  return alert({
    name,
    expr: m.node_filesystem_avail_bytes
      .where(root)
      .div(m.node_filesystem_size_bytes.where(root))
      .lt(0.2),
    for: HOLD,
    severity: 'warning',
    summary: 'Root disk of {{ $labels.instance }} under 20% free',
    description: '{{ $value | humanizePercentage }} left. Prune images and logs or grow the disk.',
    runbook: {
      meaning: 'Less than a fifth of the root file system is free.',
      impact:
        'Nothing yet. When it is full, databases stop accepting writes, logs are lost and containers do not start.',
      diagnosis: [
        'Row Host of the dashboard: its slope says how many days are left.',
        'On the host: `df -h /`, then `du -xh --max-depth=2 / | sort -h | tail -20`.',
        '`docker system df`: images, stopped containers and volumes that nobody uses.',
        'A file that is deleted but still open takes space too: `lsof +L1`.',
      ],
      mitigation: [
        '`docker image prune -a`, and truncate container logs that grew; then give them a size limit.',
        'Remove old backups from the host.',
        'Grow the disk and its file system.',
      ],
    },
    cases: [
      {
        name: 'fires after ten minutes at 19 %',
        given: fileSystem(disk, filled),
        at: justInTime(HOLD),
        fires: [
          {
            labels: disk,
            summary: 'Root disk of instance under 20% free',
            description: '19% left. Prune images and logs or grow the disk.',
          },
        ],
      },
      { name: 'is quiet a minute early', given: fileSystem(disk, filled), at: aMinuteEarly(HOLD) },
      {
        name: 'is quiet at exactly 20 %',
        given: fileSystem(disk, constant(20 * GIB)),
        at: '60m',
      },
      {
        name: 'fires where the disk is full',
        given: fileSystem(disk, fiveMinutesFine(constant(50 * GIB), constant(0))),
        at: justInTime(HOLD),
        fires: [
          {
            labels: disk,
            summary: 'Root disk of instance under 20% free',
            description: '0% left. Prune images and logs or grow the disk.',
          },
        ],
      },
      {
        name: 'is quiet where another file system is full',
        given: [
          ...fileSystem(disk, constant(50 * GIB)),
          ...fileSystem({ ...disk, device: '/dev/sdb1', mountpoint: '/srv' }, constant(GIB)),
        ],
        at: '60m',
      },
      {
        name: 'is quiet where a file system in memory is full',
        given: fileSystem({ ...disk, device: 'tmpfs', fstype: 'tmpfs' }, constant(GIB)),
        at: '60m',
      },
    ],
  });
}

const HOLD = Duration.minutes(10);
const GIB = 2 ** 30;
