import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Program } from './programs.ts';

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user; only root can. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Asks it to end. Default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals;
}

/** A program that runs. */
export interface Started {
  readonly name: string;
  /** Why it ended, with what it said last; `undefined` while it runs. */
  ended(): string | undefined;
  /** Its exit code, once it ended; `null` where a signal or a failure to start ended it. */
  readonly exitCode: Promise<number | null>;
}

/** Programs that were started and folders that were made. `close` ends and removes all of it, the last first. */
export class Workbench {
  readonly #undo: (() => Promise<void>)[] = [];
  #closing: Promise<void> | undefined;

  get closing(): boolean {
    return this.#closing !== undefined;
  }

  folder(): string {
    if (this.closing) throw new Error('interrupted');
    // At once: of one that is made in the background nobody would know when an interrupt comes meanwhile.
    const path = mkdtempSync(join(tmpdir(), 'dashc-catalog-'));
    // Again, because what a killed program had started may still write.
    this.#undo.push(() => rm(path, { recursive: true, force: true, maxRetries: 10 }));
    return path;
  }

  start(program: Program, args: readonly string[], options: StartOptions = {}): Started {
    if (this.closing) throw new Error('interrupted');
    const child = spawn(program.path, args, {
      env: { ...process.env, ...program.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options.user,
    });
    let output = '';
    let end: string | undefined;
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-2000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const exitCode = new Promise<number | null>((resolve) => {
      const finish = (code: number | null, why: string) => {
        end = `${why}: ${output.trim()}`;
        resolve(code);
      };
      child.once('error', (error) => finish(null, error.message));
      child.once('close', (code, signal) => finish(code, `ended with ${signal ?? code}`));
    });
    this.#undo.push(async () => {
      child.kill(options.stopSignal);
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exitCode;
      clearTimeout(timer);
    });
    return { name: program.name, ended: () => end, exitCode };
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      for (const undo of this.#undo.reverse()) await undo();
    })();
    return this.#closing;
  }
}

/**
 * Tries until it succeeds.
 *
 * @throws Error with what the program said, where it ended; after half a minute with the last failure
 */
export async function eventually<T>(started: Started, attempt: () => Promise<T>): Promise<T> {
  for (let left = 300; ; left--) {
    const why = started.ended();
    if (why !== undefined) throw new Error(`${started.name} ${why}`);
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}

/** The text at a path of a server on the loopback interface, once it answers with success. */
export function answers(started: Started, port: number, path: string): Promise<string> {
  return eventually(started, async () => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    if (!answer.ok) throw new Error(`${started.name} answers ${answer.status}`);
    return answer.text();
  });
}

/** The text of a metrics endpoint, once it answers. */
export function scraped(started: Started, port: number): Promise<string> {
  return answers(started, port, '/metrics');
}
