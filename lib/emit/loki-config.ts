import type { Loki } from '../catalog/index.ts';

const DATA = '/loki';

/** The content of Loki's configuration: one process, one disk, and a compactor that deletes what is too old. */
export function lokiConfig({ version, retention, schemaFrom }: Loki): object {
  const before3 = version.startsWith('2.');
  return {
    // One tenant: who can reach the port can read and write.
    auth_enabled: false,
    server: { http_listen_port: 3100 },
    common: {
      path_prefix: DATA,
      replication_factor: 1,
      ring: { instance_addr: '127.0.0.1', kvstore: { store: 'inmemory' } },
      storage: {
        filesystem: {
          chunks_directory: `${DATA}/chunks`,
          rules_directory: `${DATA}/rules`,
        },
      },
    },
    schema_config: {
      configs: [
        {
          from: schemaFrom,
          store: 'tsdb',
          object_store: 'filesystem',
          // Structured metadata, which Loki 3 accepts by default, needs 13.
          schema: before3 ? 'v12' : 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    compactor: {
      working_directory: `${DATA}/compactor`,
      retention_enabled: true,
      // Loki 3 has only the second, and demands it; 2 takes the first for both.
      ...(before3 ? { shared_store: 'filesystem' } : { delete_request_store: 'filesystem' }),
    },
    limits_config: { retention_period: retention },
    analytics: { reporting_enabled: false },
  };
}
