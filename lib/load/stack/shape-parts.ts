import * as z from 'zod';

export const text = z.string().min(1, 'is empty');
export const duration = text.regex(
  /^(\d+(ms|[smhdwy]))+$/,
  'is not a duration such as `15s` or `5m`',
);
export const file = text
  .regex(/^[^/]/, 'is absolute; write it relative to `build/<system>/`')
  .refine((path) => !path.split('/').includes('..'), 'leaves `build/<system>/`');
export const labelName = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, 'is not a label name');
export const hostPort = z.union([
  z.int().min(1).max(65_535),
  text.regex(/^[^:]+:\d+$/, 'is not a port such as `9090` or `127.0.0.1:9090`'),
]);
export const texts = z.record(z.string(), z.string());
export const list = z.array(z.string());
export const version = text.regex(/^\d+\.\d+\.\d+$/, 'is not a version such as `3.2.1`');
export const login = z.strictObject({ username: text, password: text });
