import type { IncomingMessage } from 'node:http';

import { Refused } from './refused.ts';

/** Names under which the loopback interface is reached. */
const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

const METHODS = ['GET', 'HEAD', 'POST'];

/**
 * Lets only those ask who came to this server by its own name: a page from elsewhere whose name leads to 127.0.0.1 (DNS
 * rebinding) sends its own `Host`, and one that posts to us sends its own `Origin`.
 *
 * @throws Refused
 */
export function checkRequest({ method = '', headers }: IncomingMessage, port: number): void {
  const hosts = HOSTS.map((host) => `${host}:${port}`);
  if (!hosts.includes(headers.host ?? '')) {
    throw new Refused(403, `this is not the host \`${headers.host ?? ''}\``);
  }
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    throw new Refused(403, 'pages from elsewhere may not ask');
  }
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' && method !== 'GET') {
    throw new Refused(403, 'pages from elsewhere may not ask');
  }
  if (!METHODS.includes(method)) throw new Refused(405, `\`${method}\` is not understood`);
}
