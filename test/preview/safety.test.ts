import { mkdirSync, symlinkSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  type PreviewServer,
  runningPrometheus,
  startPreviewServer,
} from '../../lib/preview/index.ts';
import { projectFolder, write } from '../load/project-folder.ts';
import { ask } from './ask.ts';
import { sampleContent } from './sample-content.ts';

let server: PreviewServer;
let port: string;

beforeEach(async () => {
  const folder = projectFolder({
    'page/index.html': '<!doctype html><title>Preview</title>',
    'page/app.js': 'start();',
    'page/icons/bell.svg': '<svg/>',
    'page/.hidden': 'secret',
    'secret.txt': 'secret',
  });
  mkdirSync(path.join(folder, 'page/icons/inner'));
  symlinkSync(path.join(folder, 'secret.txt'), path.join(folder, 'page/linked.txt'));
  symlinkSync(folder, path.join(folder, 'page/above'));
  write(folder, {});
  server = await startPreviewServer({
    page: path.join(folder, 'page'),
    content: sampleContent([{ uid: 'shop', title: 'Shop', panels: [] }]),
    data: runningPrometheus('http://127.0.0.1:9'),
  });
  ({ port } = new URL(server.url));
});

afterEach(() => server.close());

describe('paths', () => {
  it.each([
    ['/', 200, '<!doctype html><title>Preview</title>'],
    ['/?theme=light', 200, '<!doctype html><title>Preview</title>'],
    ['/d/shop/overview?from=now-1h', 200, '<!doctype html><title>Preview</title>'],
    ['/alerts/shop', 200, '<!doctype html><title>Preview</title>'],
    ['/app.js', 200, 'start();'],
    ['/icons/bell.svg', 200, '<svg/>'],
  ])('%s is there', async (pathname, status, text) => {
    expect(await ask(server.url, pathname)).toMatchObject({ status, text });
  });

  it.each([
    ['another file', '/none.js'],
    ['a folder', '/icons/inner'],
    ['a folder with a slash', '/icons/'],
    ['above', '/../secret.txt'],
    ['above, in the middle', '/icons/../../secret.txt'],
    ['above, encoded', '/%2e%2e/secret.txt'],
    ['above, with an encoded slash', '/..%2fsecret.txt'],
    ['above, encoded twice', '/%252e%252e%252fsecret.txt'],
    ['above, with backslashes', '/..\\secret.txt'],
    ['a null byte', '/app.js%00.html'],
    ['an absolute path', '//etc/passwd'],
    ['a hidden file', '/.hidden'],
    ['a symbolic link to a file', '/linked.txt'],
    ['a symbolic link to a folder', '/above/secret.txt'],
    ['an address of the page with more', '/dashboards'],
    ['an unknown question', '/api/none'],
    ['a question of the wrong method', '/api/panel'],
    ['a whole address', 'http://example.com/app.js'],
  ])('%s is not there', async (_name, pathname) => {
    const { status, text } = await ask(server.url, pathname);
    expect(status).toBe(404);
    expect(text).toMatch(/^\{"error":"/);
    expect(text).not.toContain('secret"');
  });
});

describe('who may ask', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost', 200],
    ['[::1]', 200],
    ['example.com', 403],
    ['127.0.0.1.example.com', 403],
    ['localhost.example.com', 403],
    ['0.0.0.0', 403],
  ])('as %s: %i', async (host, status) => {
    const answer = await ask(server.url, '/api/state', { headers: { host: `${host}:${port}` } });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
    ['only a port', () => `:${port}`],
  ])('as a host with %s: 403', async (_name, host) => {
    const answer = await ask(server.url, '/', { headers: { host: host() } });
    expect(answer.status).toBe(403);
  });

  it.each([
    ['itself', () => `http://127.0.0.1:${port}`, 200],
    ['its other name', () => `http://localhost:${port}`, 200],
    ['another port', () => 'http://127.0.0.1:1', 403],
    ['another scheme', () => `https://127.0.0.1:${port}`, 403],
    ['another site', () => 'https://example.com', 403],
    ['a file or a frame without rights', () => 'null', 403],
  ])('a page of %s', async (_name, origin, status) => {
    const headers = { origin: origin() };
    expect((await ask(server.url, '/api/state', { headers })).status).toBe(status);
  });

  it.each([
    ['PUT', 405],
    ['DELETE', 405],
    ['OPTIONS', 405],
    ['PATCH', 405],
    ['HEAD', 200],
  ])('with %s: %i', async (method, status) => {
    expect((await ask(server.url, '/', { method })).status).toBe(status);
  });

  it('listens on the loopback interface only', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    const reached = await Promise.allSettled(
      others.map(({ address }) => ask(`http://${address}:${port}`, '/')),
    );
    expect(reached.map(({ status }) => status)).toEqual(others.map(() => 'rejected'));
  });
});

describe('bodies', () => {
  const json = { 'content-type': 'application/json' };
  const view = { uid: 'shop', from: 'now-1h', to: 'now', chosen: {} };
  it.each([
    ['no JSON', '{', json, 400, 'the body is no JSON'],
    ['nothing', '', json, 400, 'the body is no JSON'],
    ['another type', '{}', { 'content-type': 'text/plain' }, 415, 'a body has to be JSON'],
    ['another shape', '[]', json, 400, 'expected object'],
    [
      'a part of another shape',
      JSON.stringify({ ...view, chosen: { a: 1 } }),
      json,
      400,
      'chosen.a',
    ],
    ['an unknown dashboard', JSON.stringify({ ...view, uid: 'x' }), json, 404, 'no dashboard `x`'],
    ['too much', `"${'a'.repeat(1024 * 1024)}"`, json, 413, 'longer than 1 MB'],
    ['a Prometheus that is not there', JSON.stringify(view), json, 502, 'cannot ask Prometheus'],
  ])('%s', async (_name, body, headers, status, error) => {
    const answer = await ask(server.url, '/api/variables', { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.text) as { error: string }).error).toContain(error);
    expect(answer.text).not.toContain('.ts:');
  });
});

it('sends the same rules with every answer', async () => {
  const answers = await Promise.all(
    ['/', '/app.js', '/none', '/api/state', '/api/none'].map((each) => ask(server.url, each)),
  );
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': expect.stringMatching(/^no-(?:cache|store)$/) as string,
    });
  }
});
