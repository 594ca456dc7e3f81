import { any, type MetricSpecs } from '../../lib/index.ts';

const REQUEST = { api: any, server: any } as const;
const SERVER = { server: any } as const;

/**
 * MinIO's cluster metrics, version 2 of the endpoint: `/minio/v2/metrics/cluster`. Names lie here: some gauges end in
 * `_total` and some counters do not.
 */
export const MINIO = {
  minio_s3_requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'S3 requests, by call.',
    labels: REQUEST,
    // As all of these by call: only after the first one.
    optional: true,
  },
  minio_s3_requests_errors_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 0.003,
    help: 'S3 requests that failed, 4xx and 5xx together.',
    labels: REQUEST,
    optional: true,
  },
  minio_s3_requests_4xx_errors_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 0.002,
    help: 'S3 requests that were refused.',
    labels: REQUEST,
    optional: true,
  },
  minio_s3_requests_5xx_errors_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 0.0005,
    help: 'S3 requests that MinIO failed to answer.',
    labels: REQUEST,
    optional: true,
  },
  minio_s3_requests_canceled_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 0.001,
    help: 'S3 requests that the client gave up.',
    labels: REQUEST,
    optional: true,
  },
  minio_s3_requests_inflight_total: {
    kind: 'gauge',
    unit: 'requests',
    healthy: [0, 3],
    help: 'S3 requests being served. A gauge, whatever its name says.',
    labels: REQUEST,
    optional: true,
  },
  minio_s3_requests_waiting_total: {
    kind: 'gauge',
    unit: 'requests',
    healthy: 0,
    help: 'S3 requests that wait to be served. A gauge, whatever its name says.',
    labels: SERVER,
  },
  // The buckets of a histogram, without `_bucket` in the name and exposed as gauges; they only go up, as counters do.
  minio_s3_requests_ttfb_seconds_distribution: {
    kind: 'counter',
    unit: 'requests',
    help: 'S3 requests whose first byte came within `le` seconds.',
    labels: { ...REQUEST, le: any },
    optional: true,
  },
  minio_s3_traffic_received_bytes: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes received in S3 requests.',
    labels: SERVER,
  },
  minio_s3_traffic_sent_bytes: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes sent in answers to S3 requests.',
    labels: SERVER,
  },
  minio_cluster_usage_total_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e9, 41e9],
    help: 'Size of all objects. Counted by a scan: hours old, absent before the first.',
    labels: SERVER,
    optional: true,
  },
  minio_cluster_usage_object_total: {
    kind: 'gauge',
    unit: 'objects',
    healthy: [120_000, 121_000],
    help: 'Number of objects, from the same scan. A gauge, whatever its name says.',
    labels: SERVER,
    optional: true,
  },
  minio_cluster_capacity_usable_total_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 500e9,
    help: 'Space for objects, used or not, after redundancy.',
    labels: SERVER,
  },
  minio_cluster_capacity_usable_free_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [455e9, 460e9],
    help: 'Space for objects that is free, after redundancy.',
    labels: SERVER,
  },
  minio_cluster_drive_offline_total: {
    kind: 'gauge',
    unit: 'drives',
    healthy: 0,
    help: 'Drives that do not answer. A gauge, whatever its name says.',
    labels: SERVER,
  },
  minio_cluster_nodes_offline_total: {
    kind: 'gauge',
    unit: 'nodes',
    healthy: 0,
    help: 'Nodes that do not answer. A gauge, whatever its name says.',
    labels: SERVER,
  },
  minio_node_drive_used_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e9, 45e9],
    help: 'Space used on a drive.',
    labels: { drive: any, server: any },
  },
  minio_node_disk_used_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e9, 45e9],
    help: 'Space used on a drive, as releases before 2023 call it.',
    labels: { disk: any, server: any },
    deprecated: 'renamed: use minio_node_drive_used_bytes',
    optional: true,
  },
  minio_node_drive_free_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [455e9, 460e9],
    help: 'Space free on a drive.',
    labels: { drive: any, server: any },
  },
  minio_node_drive_total_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 500e9,
    help: 'Size of a drive.',
    labels: { drive: any, server: any },
  },
} as const satisfies MetricSpecs;
