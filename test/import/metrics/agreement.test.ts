import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { any, type MetricSpec, PHYSICAL_UNITS } from '../../../lib/catalog/index.ts';
import { readText } from '../../../lib/import/metrics/read-text.ts';
import { seenMetrics } from '../../../lib/import/metrics/seen-metrics.ts';
import { Seen } from '../../../lib/import/metrics/seen.ts';
import { GO } from '../../../systems/shared/go.ts';
import { NODE, NODE_DEVICES, NODE_PRESSURE } from '../../../systems/shared/node.ts';
import { NODEJS } from '../../../systems/shared/nodejs.ts';
import { POSTGRES } from '../../../systems/shared/postgres.ts';
import { PROCESS } from '../../../systems/shared/process.ts';
import { REDIS } from '../../../systems/shared/redis.ts';

type Table = Readonly<Record<string, MetricSpec>>;

/**
 * What exporters of these versions exposed, and where the shared catalogs say something else: node_exporter 1.5.0,
 * postgres_exporter 0.11.1, redis_exporter 1.45.0, prom-client 15.1.3.
 */
const DISAGREEMENTS: Readonly<
  Record<string, { readonly tables: readonly Table[]; readonly differ: readonly string[] }>
> = {
  node: {
    tables: [NODE, NODE_DEVICES, NODE_PRESSURE],
    differ: [
      // 0 or 1, which neither type nor name says.
      'node_filesystem_device_error: unit unknown, declared state',
      'node_filesystem_readonly: unit unknown, declared state',
      // No system reads it yet.
      'node_vmstat_pgmajfault: not declared',
    ],
  },
  postgres: {
    tables: [POSTGRES],
    differ: [
      // `server` is in some versions of the exporter only, and `application_name` and `usename` in later ones.
      'pg_database_size_bytes: labels datname,server, declared datname',
      'pg_locks_count: labels datname,mode,server, declared datname,mode',
      'pg_stat_activity_count: labels datname,server,state, declared application_name,datname,server,state,usename',
      // The help text says the unit, the name does not.
      'pg_stat_activity_max_tx_duration: unit unknown, declared seconds',
      'pg_stat_activity_max_tx_duration: labels datname,server,state, declared application_name,datname,server,state,usename',
      'pg_stat_database_blk_read_time: unit unknown, declared milliseconds',
      'pg_stat_database_blk_read_time: labels datid,datname,server, declared datid,datname',
      'pg_stat_database_deadlocks: labels datid,datname,server, declared datid,datname',
      // The exporter calls a time a counter.
      'pg_stat_database_stats_reset: kind counter, declared gauge',
      'pg_stat_database_stats_reset: unit unknown, declared timestamp',
      'pg_stat_database_stats_reset: labels datid,datname,server, declared datid,datname',
      'pg_stat_database_xact_commit: labels datid,datname,server, declared datid,datname',
      // About the exporter's build; no system reads it.
      'pg_static: not declared',
    ],
  },
  redis: {
    tables: [REDIS, GO],
    differ: ['redis_exporter_last_scrape_error: unit unknown, declared state'],
  },
  nodejs: {
    tables: [NODEJS, PROCESS],
    differ: [
      // The application's own.
      'http_request_duration_seconds: not declared',
      // Class names look like a closed list where only few were seen.
      'nodejs_active_handles: type Server,Socket, declared any',
      'nodejs_active_resources: type Immediate,TCPServerWrap,TCPSocketWrap,Timeout, declared any',
    ],
  },
};

describe('a catalog of what an exporter exposes agrees with the shared one', () => {
  it.each(Object.entries(DISAGREEMENTS))('%s', (name, { tables, differ }) => {
    expect(differences(name, tables)).toEqual(differ);
  });
});

function differences(fixture: string, tables: readonly Table[]): readonly string[] {
  const text = readFileSync(path.join(__dirname, 'fixtures', `${fixture}.txt`), 'utf8');
  const seen = new Seen();
  expect(readText(text, seen)).toBeUndefined();
  const declared: Table = Object.assign({}, ...tables) as Table;
  return seenMetrics(seen).flatMap((metric) => {
    const spec = declared[metric.name];
    if (spec === undefined) return [`${metric.name}: not declared`];
    const found: string[] = [];
    if (metric.kind !== spec.kind) found.push(`kind ${metric.kind}, declared ${spec.kind}`);
    const unit = spec.kind === 'info' ? 'info' : spec.unit;
    const isTold = Object.hasOwn(PHYSICAL_UNITS, unit) || metric.unit !== 'unknown';
    if (isTold && metric.unit !== unit) found.push(`unit ${metric.unit}, declared ${unit}`);
    const labels = Object.entries(spec.labels ?? {});
    const [own, wanted] = [Object.keys(metric.labels), labels.map(([label]) => label)];
    if (own.sort().join() !== wanted.sort().join()) {
      found.push(`labels ${own.join()}, declared ${wanted.join()}`);
    }
    for (const [label, values] of labels) {
      const mine = metric.labels[label];
      if (mine === undefined || mine === any) continue;
      const known: readonly string[] = values === any ? [] : values;
      const more = mine.filter((value) => !known.includes(value));
      if (more.length > 0)
        found.push(`${label} ${more.join()}, declared ${values === any ? 'any' : known.join()}`);
    }
    if ('buckets' in spec && String(metric.buckets) !== String(spec.buckets)) {
      found.push(`buckets ${metric.buckets?.join()}, declared ${spec.buckets?.join()}`);
    }
    if ('quantiles' in spec && String(metric.quantiles) !== String(spec.quantiles)) {
      found.push(`quantiles ${metric.quantiles?.join()}, declared ${spec.quantiles.join()}`);
    }
    return found.map((what) => `${metric.name}: ${what}`);
  });
}
