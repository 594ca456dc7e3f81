import type { IncomingMessage, ServerResponse } from 'node:http';

/** Milliseconds after which somebody who went away without a word is noticed. */
const HEARTBEAT = 15_000;

/** Those who want to be told (server-sent events). */
export class EventStream {
  readonly #listeners = new Set<ServerResponse>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.#write(':\n\n'), HEARTBEAT).unref();
  }

  /** @param first told at once, so that nothing is missed between asking and listening */
  add(request: IncomingMessage, response: ServerResponse, name: string, first: unknown): void {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.write(`retry: 500\n\n${messageOf(name, first)}`);
    this.#listeners.add(response);
    request.on('close', () => this.#listeners.delete(response));
  }

  tell(name: string, data: unknown): void {
    this.#write(messageOf(name, data));
  }

  close(): void {
    clearInterval(this.#timer);
    for (const listener of this.#listeners) listener.end();
  }

  #write(text: string): void {
    for (const listener of this.#listeners) listener.write(text);
  }
}

/** JSON has no line breaks that end a message. */
function messageOf(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
