import type { IncomingMessage } from 'node:http';

import type { z } from 'zod';

import { Refused } from './refused.ts';

/** Bytes of a body. */
const MOST = 1024 * 1024;

/**
 * The body of a request.
 *
 * @throws Refused for one that is too long, no JSON, or of another shape
 */
export async function readJson<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  const type = request.headers['content-type'] ?? '';
  // A form of another page can send other types without asking first.
  if (!/^application\/json\b/.test(type)) throw new Refused(415, 'a body has to be JSON');
  return read(parsed(await bodyOf(request)), shape);
}

/** @throws Refused for a value of another shape */
export function read<T>(value: unknown, shape: z.ZodType<T>): T {
  const { success, data, error } = shape.safeParse(value);
  if (success) return data;
  const [first] = error.issues;
  const place = first === undefined || first.path.length === 0 ? '' : `${first.path.join('.')}: `;
  throw new Refused(400, `${place}${first?.message ?? 'not understood'}`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST) throw new Refused(413, 'the body is longer than 1 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refused(400, 'the body is no JSON');
  }
}
