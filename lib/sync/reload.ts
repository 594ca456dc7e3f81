import type { Diagnostic } from '../diagnostics/index.ts';
import { type Rules, runningRules } from './running-rules.ts';

/** Addresses of what reads the folder. */
export interface Servers {
  readonly prometheus?: string;
  readonly alertmanager?: string;
}

/**
 * Tells the servers to read their files again, and asks whether they did.
 *
 * @param wanted the rules that Prometheus has to evaluate afterwards; `undefined`: whatever it reads
 * @returns a finding for each server that refuses, cannot be reached or evaluates something else
 */
export async function reload(
  servers: Servers,
  wanted: Rules | undefined,
): Promise<readonly Diagnostic[]> {
  const { prometheus, alertmanager } = servers;
  const found = await Promise.all([
    prometheus === undefined ? [] : reloadPrometheus(prometheus, wanted),
    alertmanager === undefined ? [] : reloadServer(alertmanager, 'Alertmanager'),
  ]);
  return found.flat();
}

async function reloadPrometheus(address: string, wanted: Rules | undefined): Promise<Diagnostic[]> {
  const refused = await reloadServer(address, 'Prometheus');
  return refused.length > 0 || wanted === undefined
    ? refused
    : compareRules(address, wanted, 'sync/not-loaded');
}

/**
 * Compares the rules that a Prometheus evaluates with those that it should.
 *
 * @returns a finding for each group that is missing, too many or another
 */
export async function compareRules(
  address: string,
  wanted: Rules,
  code: Diagnostic['code'],
): Promise<Diagnostic[]> {
  const answer = await ask(address, 'api/v1/rules');
  if (answer.problem !== undefined) return [unreachable(address, answer.problem)];
  let running: Rules;
  try {
    running = runningRules(JSON.parse(answer.text));
  } catch {
    return [unreachable(address, 'its answer to `/api/v1/rules` is not a list of rules')];
  }
  const says = (message: string): Diagnostic => ({
    code,
    severity: 'error',
    message,
    where: { file: address, path: [] },
  });
  const different = [...wanted].flatMap(([name, rules]) => {
    const there = running.get(name);
    if (there === undefined) return [says(`Prometheus does not evaluate the group \`${name}\``)];
    const missing = rules.find((rule) => !there.includes(rule));
    const further = there.find((rule) => !rules.includes(rule));
    if (missing === undefined && further === undefined) return [];
    const example = missing === undefined ? `it has \`${further}\`` : `\`${missing}\` is missing`;
    return [says(`Prometheus evaluates another group \`${name}\`: ${example}`)];
  });
  const unknown = [...running.keys()].filter((name) => !wanted.has(name));
  return [
    ...different,
    ...unknown.map((name) => says(`Prometheus evaluates a group \`${name}\` that is not built`)),
  ];
}

async function reloadServer(
  address: string,
  name: 'Prometheus' | 'Alertmanager',
): Promise<Diagnostic[]> {
  const answer = await ask(address, '-/reload', 'POST');
  if (answer.problem === undefined) return loadedOf(address, name);
  if (answer.status === 403) {
    return [unreachable(address, `${name} does not take it: start it with --web.enable-lifecycle`)];
  }
  return answer.status === undefined
    ? [unreachable(address, answer.problem)]
    : [refusal(address, `${name} refuses what was synced: ${answer.problem}`)];
}

/** Both say in their metrics whether the last reload went well; a reload that was queued answers before it did. */
async function loadedOf(
  address: string,
  name: 'Prometheus' | 'Alertmanager',
): Promise<Diagnostic[]> {
  const answer = await ask(address, 'metrics');
  if (answer.problem !== undefined) return [unreachable(address, answer.problem)];
  const metric = `${name.toLowerCase()}_config_last_reload_successful`;
  const failed = new RegExp(`^${metric} 0$`, 'm').test(answer.text);
  return failed ? [refusal(address, `${name} could not load what was synced`)] : [];
}

type Answer =
  | { readonly text: string; readonly status: number; readonly problem?: never }
  | { readonly problem: string; readonly status?: number; readonly text?: never };

async function ask(address: string, path: string, method = 'GET'): Promise<Answer> {
  try {
    const url = new URL(path, address.endsWith('/') ? address : `${address}/`);
    const response = await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    if (response.ok) return { text, status: response.status };
    return { problem: text.trim().split('\n')[0] ?? '', status: response.status };
  } catch (error) {
    return { problem: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED') {
    return 'nothing listens there';
  }
  return cause instanceof Error ? cause.message : String(cause);
}

/** Milliseconds. Prometheus answers a reload when it has read everything. */
const TIMEOUT_MS = 30_000;

function refusal(address: string, message: string): Diagnostic {
  return {
    code: 'sync/not-loaded',
    severity: 'error',
    message,
    where: { file: address, path: [] },
  };
}

function unreachable(address: string, reason: string): Diagnostic {
  return {
    code: 'sync/unreachable',
    severity: 'error',
    message: `this server cannot be asked: ${reason}`,
    where: { file: address, path: [] },
  };
}
