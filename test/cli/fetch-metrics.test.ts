import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeAll, describe, expect, it } from 'vitest';

import { fetchMetrics } from '../../lib/cli/fetch-metrics.ts';
import { projectFolder } from '../load/project-folder.ts';
import { compileDashc, dashc } from './dashc.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** The address of a server on this machine. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const METRICS = '# TYPE up gauge\nup{job="a"} 1\n';

/** Answers after a while, and may be told to stop. */
const SLOW: RequestListener = (_, response) => {
  setTimeout(() => response.end(METRICS), 5000).unref();
};

/** Answers without end. */
const ENDLESS: RequestListener = (_, response) => {
  const more = setInterval(() => response.write('x'.repeat(1000)), 1);
  response.on('close', () => clearInterval(more));
};

const STALLED: RequestListener = (_, response) => void response.write(METRICS);

const REDIRECTING: RequestListener = ({ url }, response) => {
  if (url === '/metrics') response.end(METRICS);
  else response.writeHead(302, { location: url === '/circle' ? '/circle' : '/metrics' }).end();
};

describe('what a server answers', () => {
  it.each<{ name: string; answer: RequestListener; path?: string; text: string }>([
    { name: 'metrics', answer: (_, response) => void response.end(METRICS), text: METRICS },
    { name: 'a redirection', answer: REDIRECTING, text: METRICS },
    { name: 'nothing', answer: (_, response) => void response.end(), text: '' },
    {
      name: 'as much as is allowed',
      answer: (_, response) => void response.end('x'.repeat(2000)),
      text: 'x'.repeat(2000),
    },
  ])('is taken: $name', async ({ answer, text }) => {
    const url = await serve(answer);
    const fetched = await fetchMetrics(url, { milliseconds: 5000, bytes: 2000 });
    expect(fetched).toEqual({ file: url, text });
  });

  it.each<{ name: string; answer: RequestListener; path?: string; says: RegExp }>([
    {
      name: 'not found',
      answer: (_, response) => void response.writeHead(404).end('no'),
      says: /does not answer: status 404$/,
    },
    {
      name: 'an error',
      answer: (_, response) => void response.writeHead(503).end(METRICS),
      says: /status 503$/,
    },
    { name: 'too late', answer: SLOW, says: /aborted due to timeout$/ },
    { name: 'a part', answer: STALLED, says: /aborted due to timeout$/ },
    { name: 'too much', answer: ENDLESS, says: /more than 2000 bytes$/ },
    { name: 'a circle', answer: REDIRECTING, path: '/circle', says: /redirect count exceeded$/ },
    {
      name: 'an end in between',
      answer: ({ socket }) => void socket.destroy(),
      says: /does not answer: .+/,
    },
  ])('is refused: $name', async ({ answer, path = '', says }) => {
    const url = `${await serve(answer)}${path}`;
    const patience = { milliseconds: 300, bytes: 2000 };
    await expect(fetchMetrics(url, patience)).rejects.toThrow(says);
    await expect(fetchMetrics(url, patience)).rejects.toMatchObject({ name: 'UsageError' });
  });

  it('is refused where nobody listens', async () => {
    const url = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    await expect(fetchMetrics(url)).rejects.toThrow(`\`${url}\` does not answer: `);
  });
});

describe('dashc check --metrics', () => {
  beforeAll(compileDashc, 60_000);

  const rules =
    'groups:\n- name: g\n  rules:\n  - { alert: A, expr: \'up{job="a"} == 0\', for: 5m }\n' +
    '  - { alert: B, expr: down > 0, for: 5m }\n';

  const check = (url: string) =>
    dashc(['check', '--rules', 'r.yaml', '--metrics', url], {
      cwd: projectFolder({ 'r.yaml': rules }),
    });

  it('asks an address', async () => {
    const { code, out } = await check(await serve((_, response) => void response.end(METRICS)));
    expect(code).toBe(1);
    expect(out).toContain('`down` is neither declared');
    expect(out).not.toContain('`up`');
  });

  it('says where the answer is no list of metrics', async () => {
    const url = await serve((_, response) => void response.end('<html><body>Log in</body></html>'));
    const { code, out } = await check(url);
    expect(code).toBe(1);
    expect(out).toContain(`error metrics-file/unreadable\n  ${url}`);
  });

  it('ends with a usage error where there is no answer', async () => {
    const url = await serve((_, response) => void response.writeHead(404).end());
    expect(await check(url)).toEqual({
      code: 2,
      out: '',
      err: `dashc: \`${url}\` does not answer: status 404\n`,
    });
  });
});
