import { UsageError } from './usage-error.ts';

/** How much of a server is waited for. */
interface Patience {
  readonly milliseconds: number;
  /** The largest answer. */
  readonly bytes: number;
}

/** The largest exporters, those of a cluster's state, answer with some tens of megabytes. */
const PATIENCE: Patience = { milliseconds: 10_000, bytes: 256 * 1024 ** 2 };

/**
 * What a server answers that was asked for its metrics; redirections are followed.
 *
 * @throws UsageError where there is no answer, or one that is none
 */
export async function fetchMetrics(
  url: string,
  { milliseconds, bytes }: Patience = PATIENCE,
): Promise<{ readonly file: string; readonly text: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(milliseconds) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return { file: url, text: await textOf(answer, bytes) };
  } catch (error) {
    const { message, cause } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new UsageError(`\`${url}\` does not answer: ${reason}`);
  }
}

/** An answer without end would fill the memory. */
async function textOf({ body }: Response, most: number): Promise<string> {
  if (body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > most) throw new Error(`more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
