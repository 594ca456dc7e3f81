import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

import { Failure } from './failure.ts';
import { Watchdog } from './watchdog.ts';

/** A program that was started. */
export interface Running {
  readonly pid: number | undefined;
  /** Resolves when it ended, with its exit code; `null` where a signal ended it, or it did not start. */
  readonly exit: Promise<number | null>;
  /** The last of what it printed. */
  output(): string;
  /** Its file descriptors 3, which it reads, and 4, which it writes; where they were asked for. */
  readonly pipes?: readonly [toProgram: Duplex, fromProgram: Duplex];
  /** Ends it at once. */
  kill(): void;
}

interface StartOptions {
  /** Whether it gets two file descriptors more, to be talked to. Default: no. */
  readonly pipes?: boolean;
}

const PREFIX = 'dashc-work-';

/**
 * A temporary folder and the programs that work in it. Nothing of it is left behind: not after `close`, not where dashc
 * is killed, and what a power cut leaves is removed by the next one who comes.
 */
export class Workplace {
  readonly folder: string;
  readonly #watchdog: Watchdog;
  readonly #running = new Set<Running>();
  #closing: Promise<void> | undefined;

  /**
   * @param parent for temporary folders: the operating system's
   * @throws Failure where it cannot be written
   */
  constructor(parent: string) {
    removeAbandoned(parent);
    try {
      this.folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
    } catch (error) {
      throw Failure.of(error, `make a folder in \`${parent}\``);
    }
    this.#watchdog = new Watchdog(this.folder);
  }

  get isClosing(): boolean {
    return this.#closing !== undefined;
  }

  /** @throws Failure once the place is closing */
  start(program: string, args: readonly string[], { pipes = false }: StartOptions = {}): Running {
    if (this.isClosing) throw new Failure('interrupted');
    const child = spawn(program, args, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe', ...(pipes ? (['pipe', 'pipe'] as const) : [])],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-8000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const exit = new Promise<number | null>((resolve) => {
      child.once('error', (error) => {
        output += error.message;
        resolve(null);
      });
      child.once('close', resolve);
    });
    const running: Running = {
      pid: child.pid,
      exit,
      output: () => output,
      kill: () => void child.kill('SIGKILL'),
      // They go both ways, as sockets do.
      ...(pipes ? { pipes: [child.stdio[3] as Duplex, child.stdio[4] as Duplex] } : {}),
    };
    this.#running.add(running);
    this.#watchdog.started(child.pid);
    void exit.then(() => {
      this.#running.delete(running);
      this.#watchdog.ended(child.pid);
    });
    return running;
  }

  /**
   * Runs a program to its end.
   *
   * @param doing for the message: `'make blocks of samples'`
   * @throws Failure with what it said, where it fails
   */
  async run(program: string, args: readonly string[], doing: string): Promise<void> {
    const running = this.start(program, args);
    const code = await running.exit;
    if (this.isClosing) throw new Failure('interrupted');
    if (code !== 0) throw Failure.said(running.output() || `it ended with ${code}`, doing);
  }

  /** Ends every program and removes the folder. Never rejects. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const running = [...this.#running];
    for (const each of running) each.kill();
    await Promise.all(running.map(({ exit }) => exit));
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
    this.#watchdog.dismiss();
  }
}

/** Folders of processes that are no more. */
function removeAbandoned(parent: string): void {
  for (const name of namesIn(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // Another user's: theirs to remove.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There is one, of somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
