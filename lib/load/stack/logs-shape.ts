import * as z from 'zod';

import { Duration } from '../../catalog/index.ts';
import { duration, file, hostPort, labelName, list, text, texts, version } from './shape-parts.ts';

export const lokiShape = z.strictObject({
  version: version.refine(
    (text) => atLeast(text, 2, 8),
    'is older than 2.8, which knows no such index',
  ),
  image: text,
  configFile: file,
  retention: duration.refine(
    (length) => (Duration.parse(length)?.inSeconds ?? 0) >= 86_400,
    'is shorter than a day, and Loki refuses to start',
  ),
  schemaFrom: text.regex(/^\d{4}-\d\d-\d\d$/, 'is not a day such as `2024-01-01`'),
  port: hostPort.optional(),
  volume: text.optional(),
});

const stage = z.union([
  z.strictObject({ docker: z.literal(true) }),
  z.strictObject({
    multiline: z.strictObject({
      firstLine: text,
      maxWait: duration.optional(),
      maxLines: z.int().min(1).optional(),
    }),
  }),
  z.strictObject({ json: texts }),
  z.strictObject({ regex: text }),
  z.strictObject({ labels: z.array(labelName).min(1, 'names no field') }),
  z.strictObject({
    timestamp: z.strictObject({ source: text, format: text, location: text.optional() }),
  }),
  z.strictObject({ output: text }),
]);

export const promtailShape = z.strictObject({
  version,
  image: text,
  configFile: file,
  pushUrl: z.url('is not a URL'),
  sources: z.record(
    text,
    z.strictObject({
      path: text.regex(/^\//, 'is not absolute'),
      labels: z.record(labelName, z.string()).optional(),
      stages: z.array(stage).optional(),
    }),
  ),
  volumes: list.optional(),
  volume: text.optional(),
});

export const alloyShape = z.strictObject({
  version: version.refine(
    (text) => atLeast(text, 1, 4),
    'is older than 1.4, which has no `sys.env`',
  ),
  image: text,
  configFile: file,
  port: hostPort.optional(),
  volume: text.optional(),
});

function atLeast(version: string, major: number, minor: number): boolean {
  const [actualMajor = 0, actualMinor = 0] = version.split('.').map(Number);
  return actualMajor > major || (actualMajor === major && actualMinor >= minor);
}
