import * as z from 'zod';

import { any } from '../../catalog/index.ts';
import { alertmanagerShape } from './alertmanager-shape.ts';
import { alloyShape, lokiShape, promtailShape } from './logs-shape.ts';
import {
  duration,
  file,
  hostPort,
  labelName,
  list,
  login,
  text,
  texts,
  version,
} from './shape-parts.ts';

const environment = z.record(
  z.string().regex(/^[A-Z_][A-Z0-9_]*$/, 'is not a name of upper case letters, digits and `_`'),
  z.strictObject({
    help: text,
    example: z.string().optional(),
    default: text.optional(),
    secret: z.literal(true).optional(),
    optional: z.literal(true).optional(),
  }),
);

const prometheus = z.strictObject({
  version,
  image: text,
  dockerfile: file.optional(),
  configFile: file,
  rulesFile: file,
  testsPath: file,
  scrapeInterval: duration,
  scrapeTimeout: duration.optional(),
  evaluationInterval: duration,
  externalLabels: z.record(labelName, z.string()).optional(),
  retention: z
    .strictObject({
      time: duration.optional(),
      size: text.regex(/^\d+(MB|GB|TB)$/, 'is not a size such as `10GB`').optional(),
    })
    .optional(),
  remoteWrite: z
    .array(
      z.strictObject({
        url: text,
        basicAuth: login.optional(),
        bearerToken: text.optional(),
        when: text.optional(),
      }),
    )
    .optional(),
  agent: z.literal(true).optional(),
  port: hostPort.optional(),
  volume: text.optional(),
  flags: list.optional(),
});

const relabel = z.strictObject({
  sourceLabels: list.optional(),
  separator: z.string().optional(),
  regex: z.string().optional(),
  modulus: z.int().optional(),
  targetLabel: z.string().optional(),
  replacement: z.string().optional(),
  action: z.string().optional(),
});

const scrape = z.strictObject({
  targets: z.array(text).min(1, 'has no target'),
  path: text.regex(/^\//, 'does not start with `/`').optional(),
  scheme: z.enum(['http', 'https']).optional(),
  interval: duration,
  timeout: duration.optional(),
  params: z.record(z.string(), list).optional(),
  bearerToken: text.optional(),
  bearerTokenFile: text.optional(),
  honorLabels: z.literal(true).optional(),
  relabel: z.array(relabel).optional(),
  metricRelabel: z.array(relabel).optional(),
});

const job = z.strictObject({
  name: text,
  labels: z.record(labelName, z.union([z.array(z.string()), z.custom((value) => value === any)])),
  scrape,
});

const datasource = z.strictObject({
  uid: text
    .max(40, 'is longer than 40 characters')
    .regex(/^[\w-]+$/, 'has other characters than letters, digits, `_` and `-`'),
  name: text,
  type: z.enum(['prometheus', 'loki', 'tempo', 'alertmanager']),
  url: text,
  default: z.literal(true).optional(),
  basicAuth: login.optional(),
  jsonData: z.record(z.string(), z.json()).optional(),
});

const grafana = z.strictObject({
  image: text,
  dockerfile: file.optional(),
  folder: text,
  folderUid: text.max(40, 'is longer than 40 characters').optional(),
  dashboardsPath: file,
  provisioningPath: file,
  datasourcesFile: file,
  providerFile: file,
  updateInterval: duration.optional(),
  url: z.url('is not a URL').optional(),
  environment: texts,
  port: hostPort.optional(),
  volume: text.optional(),
});

const service = z
  .strictObject({
    image: text.optional(),
    build: text.optional(),
    command: list.optional(),
    environment: texts.optional(),
    ports: list.optional(),
    volumes: list.optional(),
    dependsOn: list.optional(),
    pid: z.literal('host').optional(),
    privileged: z.literal(true).optional(),
    devices: list.optional(),
    healthcheck: z
      .strictObject({
        test: list,
        interval: duration.optional(),
        timeout: duration.optional(),
        retries: z.int().optional(),
        startPeriod: duration.optional(),
      })
      .optional(),
  })
  .refine(
    ({ image, build }) => (image === undefined) !== (build === undefined),
    'needs either an `image` or a folder to `build` one from',
  );

/**
 * The shape of a stack. The types of `defineStack` refuse most of it in the editor; texts they cannot. Unknown keys are
 * refused, because a mistyped setting would silently do nothing.
 */
export const STACK_SHAPE = z.strictObject({
  kind: z.literal('stack'),
  name: text.regex(
    /^[a-z][a-z0-9-]*$/,
    'is not a folder name of lower case letters, digits and `-`',
  ),
  title: text,
  environment,
  prometheus,
  jobs: z.record(z.string(), job),
  datasources: z.array(datasource),
  grafana,
  alertmanager: alertmanagerShape.optional(),
  loki: lokiShape.optional(),
  promtail: promtailShape.optional(),
  alloy: alloyShape.optional(),
  compose: z
    .strictObject({
      file,
      services: z.record(z.string(), service),
      network: z.strictObject({ name: text, external: z.literal(true).optional() }).optional(),
    })
    .optional(),
  envFile: file,
  runbookFile: file,
  runbookUrl: z.url('is not a URL').optional(),
  procedures: z
    .array(
      z.strictObject({ title: text, purpose: text, steps: z.array(text).min(1, 'has no step') }),
    )
    .optional(),
});
