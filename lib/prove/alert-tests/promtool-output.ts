/** A sample as promtool prints it. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** An alert as promtool prints it. */
export interface PrintedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A failed test of an alert. */
export interface AlertFailure {
  readonly alert: string;
  readonly time: string;
  readonly expected: readonly PrintedAlert[];
  readonly got: readonly PrintedAlert[];
}

/** A failed test of an expression. */
export interface ExprFailure {
  readonly expr: string;
  readonly time: string;
  readonly expected: readonly Sample[];
  readonly got: readonly Sample[];
  /** The engine refused it. */
  readonly error?: string;
}

/** What promtool says of one test file. Both lists are empty where it passed. */
export interface FileResult {
  readonly alerts: readonly AlertFailure[];
  readonly exprs: readonly ExprFailure[];
  /** Lines that belong to neither: the file or its rules cannot be read. */
  readonly other: readonly string[];
}

const PASSED: FileResult = { alerts: [], exprs: [], other: [] };

/**
 * What `promtool test rules` says of each file, in the order of the files. It prints names and successes to one stream
 * and failures to the other, both in that order.
 *
 * @returns `undefined` where the output is not that of a finished run
 */
export function readPromtool(
  stdout: string,
  stderr: string,
  files: number,
): readonly FileResult[] | undefined {
  const verdicts = stdout.split(/^Unit Testing: /m).slice(1);
  if (verdicts.length !== files) return undefined;
  const failed = stderr.split(/^ {2}FAILED:$/m).slice(1);
  let next = 0;
  const results = verdicts.map((text) => {
    if (/^ {2}SUCCESS$/m.test(text)) return PASSED;
    return readFailures(failed[next++] ?? '');
  });
  return next === failed.length ? results : undefined;
}

function readFailures(text: string): FileResult {
  const alerts: AlertFailure[] = [];
  const exprs: ExprFailure[] = [];
  const other: string[] = [];
  // A name stands alone on the line before its test; one with line breaks does not exist.
  const starts = /^ {4}(?=alertname: |expr: ")/m;
  const [before = '', ...blocks] = text.split(starts);
  other.push(...linesOf(before));
  for (const block of blocks) {
    const alert = readAlert(block);
    const expr = alert === undefined ? readExpr(block) : undefined;
    if (alert !== undefined) alerts.push(alert);
    else if (expr !== undefined) exprs.push(expr);
    else other.push(...linesOf(block));
  }
  return { alerts, exprs, other };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !/^ {4}name: .*,$/.test(line));
}

function readAlert(block: string): AlertFailure | undefined {
  const match = /^alertname: (.*), time: ([^,]+), \n {8}exp:\[/.exec(block);
  if (match === null) return undefined;
  const got = block.indexOf('\n        got:[');
  if (got < 0) return undefined;
  return {
    alert: match[1] ?? '',
    time: match[2] ?? '',
    expected: readAlerts(block.slice(0, got)),
    got: readAlerts(block.slice(got)),
  };
}

function readAlerts(text: string): readonly PrintedAlert[] {
  const sets = [...text.matchAll(/^ *(Labels|Annotations):(\{.*\})\s*$/gm)].map(
    ([, kind, set = '']) => ({ kind, labels: readLabels(set, 0).labels }),
  );
  return sets.flatMap(({ kind, labels }, index) =>
    kind === 'Labels' ? [{ labels, annotations: sets[index + 1]?.labels ?? {} }] : [],
  );
}

function readExpr(block: string): ExprFailure | undefined {
  const match = /^expr: ("(?:[^"\\]|\\.)*"), time: ([^,]+), ?(?:err: (.*))?/.exec(block);
  if (match === null) return undefined;
  const [, quoted = '', time = '', error] = match;
  const expr = unquote(quoted);
  if (error !== undefined) return { expr, time, expected: [], got: [], error };
  const [, expected = '', got = ''] = /^ {8}exp: (.*)\n {8}got: (.*)/m.exec(block) ?? [];
  return { expr, time, expected: readSamples(expected), got: readSamples(got) };
}

/** `{a="b"} 1E+00, {a="c"} +Inf`, with or without a name before the braces. */
function readSamples(text: string): readonly Sample[] {
  const samples: Sample[] = [];
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const { labels, end } = readLabels(text, at);
    const [, value = ''] = /^ ([^,\s]+)/.exec(text.slice(end)) ?? [];
    samples.push({ labels, value: numberOf(value) });
    at = end;
  }
  return samples;
}

function numberOf(text: string): number {
  return text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text);
}

/** Reads `{a="b", c="d"}` from its first brace. */
function readLabels(
  text: string,
  start: number,
): { readonly labels: Readonly<Record<string, string>>; readonly end: number } {
  const labels: Record<string, string> = {};
  const pair = /\s*,?\s*([^\s"={},]+|"(?:[^"\\]|\\.)*")=("(?:[^"\\]|\\.)*")/y;
  pair.lastIndex = start + 1;
  let end = start + 1;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [, name = '', value = ''] = match;
    labels[name.startsWith('"') ? unquote(name) : name] = unquote(value);
    end = pair.lastIndex;
  }
  return { labels, end: text.indexOf('}', end) + 1 };
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A string as Go quotes it. */
function unquote(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gs,
      (_, x?: string, u?: string, U?: string, char = '') => {
        const code = x ?? u ?? U;
        return code === undefined
          ? (ESCAPES[char] ?? char)
          : String.fromCodePoint(Number.parseInt(code, 16));
      },
    );
}
