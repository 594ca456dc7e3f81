import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Diagnostic } from '../diagnostics/index.ts';
import { Failure } from '../prove/index.ts';
import { Answers } from './answers.ts';
import type { PreviewContent } from './content/index.ts';
import type { PreviewData } from './data/index.ts';
import {
  checkRequest,
  EventStream,
  pageFile,
  read,
  readJson,
  Refused,
  SAFE_HEADERS,
} from './http/index.ts';
import type { PreviewState, Refusal } from './protocol.ts';
import { ALERTS_REQUEST, DASHBOARD_REQUEST, PANEL_REQUEST, VIEW } from './requests.ts';
import { stateOf } from './state-of.ts';

export interface PreviewOptions {
  /** Folder of the page that was built. */
  readonly page: string;
  readonly content: PreviewContent;
  readonly diagnostics?: readonly Diagnostic[];
  /** Whoever made it closes it. */
  readonly data: PreviewData;
  /** Default: a free one. */
  readonly port?: number;
}

/** What is shown from now on. Absent: as before. */
export interface PreviewUpdate {
  readonly content?: PreviewContent;
  readonly diagnostics?: readonly Diagnostic[];
  /** Whether the data may be other data. */
  readonly data?: true;
}

export interface PreviewServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Tells every page that is open. */
  update(update: PreviewUpdate): void;
  close(): Promise<void>;
}

/**
 * Serves the page with dashboards and data, on the loopback interface only.
 *
 * @throws Failure where the port is taken
 */
export async function startPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const site = new Site(options);
  let port = 0;
  const server = createServer((request, response) => {
    void answer(site, request, response, port);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(Failure.of(error, `listen on port ${options.port ?? 0}`));
    });
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);
  return {
    url: `http://127.0.0.1:${port}`,
    update: (update) => site.update(update),
    close: async () => {
      site.events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What is served at the moment. */
class Site {
  readonly events = new EventStream();
  readonly page: string;
  readonly #data: PreviewData;
  #content: PreviewContent;
  #diagnostics: readonly Diagnostic[];
  answers: Answers;
  state: PreviewState;

  constructor({ page, content, diagnostics = [], data }: PreviewOptions) {
    this.page = page;
    this.#data = data;
    this.#content = content;
    this.#diagnostics = diagnostics;
    this.answers = new Answers(content, data);
    this.state = stateOf(1, content, diagnostics, data.kind);
  }

  update({ content, diagnostics, data }: PreviewUpdate): void {
    if (content !== undefined) {
      this.#content = content;
      this.answers = new Answers(content, this.#data);
    }
    this.#diagnostics = diagnostics ?? this.#diagnostics;
    const isOther = content !== undefined || data === true;
    const version = this.state.version + (isOther ? 1 : 0);
    this.state = stateOf(version, this.#content, this.#diagnostics, this.#data.kind);
    this.events.tell('state', this.state);
  }
}

async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  try {
    checkRequest(request, port);
    const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2);
    if (pathname === '/events') {
      if (request.method !== 'GET') throw new Refused(405, 'events are read with GET');
      site.events.add(request, response, 'state', site.state);
    } else if (pathname.startsWith('/api/')) {
      const said = await api(site, request, pathname, new URLSearchParams(query));
      sendJson(response, 200, said);
    } else {
      if (request.method === 'POST') throw new Refused(405, 'the page is read with GET');
      const { type, bytes } = await pageFile(site.page, pathname);
      response.setHeader('Cache-Control', 'no-cache');
      response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
      response.end(bytes);
    }
  } catch (error) {
    refuse(response, error);
  }
}

function api(
  { state, answers }: Site,
  request: IncomingMessage,
  pathname: string,
  query: URLSearchParams,
): unknown {
  const isPost = request.method === 'POST';
  const asked = () => Object.fromEntries(query);
  switch (`${isPost ? 'POST' : 'GET'} ${pathname}`) {
    case 'GET /api/state':
      return state;
    case 'GET /api/dashboard':
      return answers.dashboard(read(asked(), DASHBOARD_REQUEST).uid);
    case 'GET /api/alerts':
      return answers.alerts(read(asked(), ALERTS_REQUEST));
    case 'POST /api/variables':
      return readJson(request, VIEW).then((view) => answers.variables(view));
    case 'POST /api/panel':
      return readJson(request, PANEL_REQUEST).then((panel) => answers.panel(panel));
    case 'POST /api/annotations':
      return readJson(request, VIEW).then((view) => answers.annotations(view));
    default:
      throw new Refused(404, `there is no \`${request.method} ${pathname}\``);
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const status = error instanceof Refused ? error.status : 502;
  const message = error instanceof Error ? error.message : String(error);
  const refusal: Refusal = { error: message };
  if (response.headersSent) response.destroy();
  else sendJson(response, status, refusal);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
  });
  response.end(bytes);
}
