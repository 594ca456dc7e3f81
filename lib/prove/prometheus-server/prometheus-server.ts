import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { Failure, freePort, type Running, type Workplace } from '../workplace/index.ts';

export interface PrometheusOptions {
  /** Path of the program. */
  readonly program: string;
  /** Folder with blocks. Prometheus writes into it. */
  readonly data: string;
  /** Paths of rule files that it loads. */
  readonly rules: readonly string[];
  /** Seconds for which a series is still there after its last sample. */
  readonly lookback: number;
}

/** A Prometheus on the loopback interface that serves what is there and scrapes nothing. */
export interface PrometheusServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Why it ended by itself; `undefined` while it runs. */
  ended(): string | undefined;
  /** Ends it at once: what it has is thrown away anyway. */
  stop(): Promise<void>;
}

/** How often a port is chosen anew where somebody else took it. */
const ATTEMPTS = 3;

/** Milliseconds until it has to answer. */
const PATIENCE = 30_000;

/**
 * Starts Prometheus and waits until it answers.
 *
 * @param port the first one tried; default: a free one
 * @throws Failure with what it said, where it does not start
 */
export async function startPrometheus(
  workplace: Workplace,
  options: PrometheusOptions,
  port?: number,
): Promise<PrometheusServer> {
  const config = `${options.data}.yml`;
  // JSON is YAML.
  await writeFile(config, JSON.stringify({ rule_files: options.rules }));
  for (let attempt = 1; ; attempt++) {
    const chosen = attempt === 1 && port !== undefined ? port : await freePort();
    const running = workplace.start(options.program, argumentsOf(options, config, chosen));
    const server = serverOf(running, chosen);
    const failure = await untilReady(server);
    if (failure === undefined) return server;
    running.kill();
    await running.exit;
    if (workplace.isClosing) throw new Failure('interrupted');
    if (attempt === ATTEMPTS || !/address already in use/.test(failure)) {
      throw Failure.said(failure, 'start Prometheus');
    }
  }
}

function argumentsOf({ data, lookback }: PrometheusOptions, config: string, port: number) {
  return [
    `--config.file=${config}`,
    `--storage.tsdb.path=${data}`,
    // The samples are of a fixed day, which is long ago.
    '--storage.tsdb.retention.time=100y',
    `--web.listen-address=127.0.0.1:${port}`,
    `--query.lookback-delta=${lookback}s`,
    '--log.level=warn',
  ];
}

function serverOf(running: Running, port: number): PrometheusServer {
  let end: string | undefined;
  void running.exit.then((code) => {
    end = running.output() || `it ended with ${code ?? 'a signal'}`;
  });
  return {
    url: `http://127.0.0.1:${port}`,
    ended: () => end,
    stop: async () => {
      running.kill();
      await running.exit;
    },
  };
}

async function untilReady(server: PrometheusServer): Promise<string | undefined> {
  const until = performance.now() + PATIENCE;
  while (performance.now() < until) {
    // Another server may answer on the port: then ours has ended, and says why.
    const signal = AbortSignal.timeout(1000);
    const isReady = await fetch(`${server.url}/-/ready`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
    const why = server.ended();
    if (why !== undefined) return why;
    if (isReady) {
      await sleep(5);
      return server.ended();
    }
    await sleep(15);
  }
  return 'it does not answer';
}
