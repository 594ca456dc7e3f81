import type { Readable, Writable } from 'node:stream';

import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

import { Failure } from '../../prove/index.ts';

export type Commands = ProtocolMapping.Commands;
export type Events = ProtocolMapping.Events;

/** What a browser says that nobody asked for. */
export interface DevtoolsEvent {
  readonly method: string;
  readonly params: unknown;
  /** Of the page it is about. */
  readonly sessionId?: string;
}

interface Answer extends Partial<DevtoolsEvent> {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Question {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Failure) => void;
  readonly method: string;
  readonly timer: NodeJS.Timeout;
}

/** Milliseconds that an answer may take: long, because a machine may be busy with other things. */
export const PATIENCE = 60_000;

/** The DevTools protocol over two pipes: JSON, each message ended by a NUL. */
export class DevtoolsConnection {
  readonly #to: Writable;
  readonly #questions = new Map<number, Question>();
  readonly #listeners = new Set<(event: DevtoolsEvent) => void>();
  #last = 0;
  #end: Failure | undefined;
  #begun: Buffer[] = [];

  constructor(to: Writable, from: Readable) {
    this.#to = to;
    from.on('data', (chunk: Buffer) => this.#read(chunk));
    // The browser ended: who started it says why.
    for (const pipe of [to, from]) pipe.on('error', () => undefined);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param session of a page; absent: the browser itself
   * @throws Failure where the browser refuses, takes too long, or ended
   */
  send<C extends keyof Commands>(
    method: C,
    params: Commands[C]['paramsType'][0],
    session?: string,
    patience = PATIENCE,
  ): Promise<Commands[C]['returnType']> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const id = ++this.#last;
    return new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#questions.delete(id);
        reject(new Failure(`Chromium did not answer \`${method}\` in ${patience / 1000} s`));
      }, patience);
      this.#questions.set(id, { resolve, reject, method, timer });
      const message = {
        id,
        method,
        params,
        ...(session === undefined ? {} : { sessionId: session }),
      };
      this.#to.write(`${JSON.stringify(message)}\0`);
    }) as Promise<Commands[C]['returnType']>;
  }

  /** @returns what ends the listening */
  listen(listener: (event: DevtoolsEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Whoever waits for an answer, or asks from now on, is told why there is none. */
  end(why: Failure): void {
    this.#end ??= why;
    for (const { reject, timer } of this.#questions.values()) {
      clearTimeout(timer);
      reject(this.#end);
    }
    this.#questions.clear();
  }

  /** A picture is megabytes in many chunks: they are put together once it is whole. */
  #read(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...this.#begun, rest.subarray(0, end)]).toString();
      this.#begun = [];
      rest = rest.subarray(end + 1);
      this.#hear(JSON.parse(text) as Answer);
    }
    if (rest.length > 0) this.#begun.push(rest);
  }

  #hear({ id, result, error, method, params, sessionId }: Answer): void {
    if (method !== undefined) {
      const event = { method, params, ...(sessionId === undefined ? {} : { sessionId }) };
      for (const listener of this.#listeners) listener(event);
    }
    const question = id === undefined ? undefined : this.#questions.get(id);
    if (id === undefined || question === undefined) return;
    this.#questions.delete(id);
    clearTimeout(question.timer);
    if (error === undefined) question.resolve(result);
    else question.reject(new Failure(`Chromium refuses \`${question.method}\`: ${error.message}`));
  }
}
