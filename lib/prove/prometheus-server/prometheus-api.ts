import { Failure } from '../workplace/index.ts';

/** One series of a result. */
export interface ResultSeries {
  readonly metric: Readonly<Record<string, string>>;
  /** Seconds since 1970 and value. */
  readonly values: readonly (readonly [time: number, value: number])[];
}

/** What Prometheus said to a query. */
export interface QueryAnswer {
  /** Absent where it succeeded. */
  readonly error?: string;
  readonly series: readonly ResultSeries[];
  readonly warnings: readonly string[];
  readonly infos: readonly string[];
  readonly milliseconds: number;
}

interface Raw {
  readonly status: string;
  readonly error?: string;
  readonly data?: unknown;
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
}

/** Reads from a Prometheus; never more than so many questions at once, as Grafana does. */
export class PrometheusApi {
  readonly #url: string;
  readonly #signal: AbortSignal | undefined;
  readonly #waiting: (() => void)[] = [];
  #free = 4;

  constructor(url: string, signal?: AbortSignal) {
    this.#url = url.replace(/\/+$/, '');
    this.#signal = signal;
  }

  /** @param time seconds since 1970; default: the server's now */
  instant(query: string, time?: number): Promise<QueryAnswer> {
    return this.#query('query', { query, ...(time === undefined ? {} : { time: String(time) }) });
  }

  /** Seconds since 1970, and seconds between two steps. */
  range(query: string, start: number, end: number, step: number): Promise<QueryAnswer> {
    const [from, to] = [String(start), String(end)];
    return this.#query('query_range', { query, start: from, end: to, step: String(step) });
  }

  /** The values of a label in series that match, as `label_values` of a variable asks for them. */
  async labelValues(
    label: string,
    match: string | undefined,
    start: number,
    end: number,
  ): Promise<readonly string[]> {
    const raw = await this.#read(`label/${encodeURIComponent(label)}/values`, {
      ...(match === undefined ? {} : { 'match[]': match }),
      start: String(start),
      end: String(end),
    });
    return succeeded(raw) as readonly string[];
  }

  /** The names of the labels of series that match. */
  async labelNames(
    match: string | undefined,
    start: number,
    end: number,
  ): Promise<readonly string[]> {
    const times = { start: String(start), end: String(end) };
    const raw = await this.#read('labels', { ...(match && { 'match[]': match }), ...times });
    return succeeded(raw) as readonly string[];
  }

  /** The label sets of all series that match. */
  async series(
    match: string,
    start: number,
    end: number,
  ): Promise<readonly Readonly<Record<string, string>>[]> {
    const times = { start: String(start), end: String(end) };
    const raw = await this.#read('series', { 'match[]': match, ...times });
    return succeeded(raw) as readonly Readonly<Record<string, string>>[];
  }

  /** Names of the alerting and recording rules that it has loaded. */
  async rules(): Promise<readonly string[]> {
    const data = succeeded(await this.#read('rules', {})) as {
      groups: { rules: { name: string }[] }[];
    };
    return data.groups.flatMap(({ rules }) => rules.map(({ name }) => name));
  }

  async #query(path: string, parameters: Readonly<Record<string, string>>): Promise<QueryAnswer> {
    await this.#enter();
    const start = performance.now();
    try {
      const raw = await this.#send(path, parameters);
      const milliseconds = performance.now() - start;
      return { ...read(raw), milliseconds };
    } finally {
      this.#leave();
    }
  }

  async #read(path: string, parameters: Readonly<Record<string, string>>): Promise<Raw> {
    await this.#enter();
    try {
      return await this.#send(path, parameters);
    } finally {
      this.#leave();
    }
  }

  async #send(path: string, parameters: Readonly<Record<string, string>>): Promise<Raw> {
    const url = `${this.#url}/api/v1/${path}?${new URLSearchParams(parameters).toString()}`;
    let status = 0;
    try {
      const answer = await fetch(url, this.#signal === undefined ? {} : { signal: this.#signal });
      status = answer.status;
      return (await answer.json()) as Raw;
    } catch (error) {
      if (this.#signal?.aborted === true) throw new Failure('interrupted');
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      const why = status === 0 ? String((cause as Error).message) : `it answers ${status}`;
      throw new Failure(`cannot ask Prometheus at \`${this.#url}\`: ${why}`);
    }
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free++;
    else next();
  }
}

function succeeded({ status, error, data }: Raw): unknown {
  if (status !== 'success') throw new Failure(`Prometheus refuses: ${error ?? status}`);
  return data;
}

function read(raw: Raw): Omit<QueryAnswer, 'milliseconds'> {
  const { status, error = status, warnings = [], infos = [] } = raw;
  if (status !== 'success') return { error, series: [], warnings, infos };
  return { series: seriesIn(raw.data as Data), warnings, infos };
}

type Pair = readonly [number, string];

interface RawSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: Pair;
  readonly values?: readonly Pair[];
}

type Data =
  | { readonly resultType: 'scalar' | 'string'; readonly result: Pair }
  | { readonly resultType: 'vector' | 'matrix'; readonly result: readonly RawSeries[] };

function seriesIn(data: Data): ResultSeries[] {
  switch (data.resultType) {
    case 'scalar':
    case 'string':
      return [{ metric: {}, values: [numbers(data.result)] }];
    case 'vector':
    case 'matrix':
      return data.result.map(({ metric, value, values = value === undefined ? [] : [value] }) => ({
        metric,
        values: values.map(numbers),
      }));
  }
}

/** Prometheus writes numbers as texts, so that there are NaN and Inf. */
function numbers([time, text]: Pair): readonly [number, number] {
  if (text === '+Inf') return [time, Infinity];
  return text === '-Inf' ? [time, -Infinity] : [time, Number(text)];
}
