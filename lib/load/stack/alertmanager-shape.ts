import * as z from 'zod';

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

const channel = { sendResolved: z.boolean().optional(), when: text.optional() };

const receiver = z.strictObject({
  slack: z
    .strictObject({
      ...channel,
      apiUrl: z.string(),
      channel: text.regex(/^[#@${]|^[CGDU][A-Z0-9]+$/, 'is not a channel such as `#alerts`'),
      username: text.optional(),
      color: text.optional(),
      title: text.optional(),
      titleLink: text.optional(),
      text: text.optional(),
    })
    .optional(),
  email: z
    .strictObject({
      ...channel,
      to: text,
      from: text,
      smarthost: text,
      auth: z.strictObject({ username: text, password: z.string() }).optional(),
      requireTls: z.boolean().optional(),
      headers: texts.optional(),
      html: text.optional(),
      text: text.optional(),
    })
    .optional(),
  webhook: z
    .strictObject({
      ...channel,
      url: text,
      bearerToken: z.string().optional(),
      basicAuth: login.optional(),
      maxAlerts: z.int().min(0).optional(),
    })
    .optional(),
  pagerduty: z
    .strictObject({
      ...channel,
      routingKey: z.string(),
      severity: text.optional(),
      description: text.optional(),
      details: texts.optional(),
    })
    .optional(),
});

const match = z.record(
  labelName,
  z.union([
    z.string(),
    list.min(1, 'has no value'),
    z.strictObject({ op: z.enum(['!=', '=~', '!~']), values: list }),
  ]),
);

const grouping = {
  groupBy: list.optional(),
  groupWait: duration.optional(),
  groupInterval: duration.optional(),
  repeatInterval: duration.optional(),
};

const route: z.ZodType = z.strictObject({
  ...grouping,
  match: match.refine((labels) => Object.keys(labels).length > 0, 'matches every alert'),
  receiver: text.optional(),
  continue: z.literal(true).optional(),
  routes: z.array(z.lazy(() => route)).optional(),
});

export const alertmanagerShape = z.strictObject({
  version,
  image: text,
  configFile: file,
  receivers: z.record(text, receiver),
  route: z.strictObject({ ...grouping, receiver: text, routes: z.array(route).optional() }),
  inhibit: z
    .array(z.strictObject({ source: match, target: match, equal: list.optional() }))
    .optional(),
  templates: z
    .record(text.regex(/^[\w-]+$/, 'is not a file name without extension'), text)
    .optional(),
  port: hostPort.optional(),
  volume: text.optional(),
  flags: list.optional(),
});
