/** What a target answered on its metrics endpoint. */
export interface Exposition {
  /** `counter`, `gauge`, …: by name of the family, from the `# TYPE` lines. */
  readonly types: ReadonlyMap<string, string>;
  /** The label sets of all series, by name of the series. */
  readonly series: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>;
}

/** Reads Prometheus's text format. A label with an empty value is no label; values of series are not read. */
export function readExposition(text: string): Exposition {
  const types = new Map<string, string>();
  const series = new Map<string, ReadonlyMap<string, string>[]>();
  for (const line of text.split('\n')) {
    const type = /^# TYPE (\S+) (\S+)/.exec(line);
    if (type?.[1] !== undefined && type[2] !== undefined) types.set(type[1], type[2]);
    if (line === '' || line.startsWith('#')) continue;
    const name = /^[^\s{]+/.exec(line)?.[0] ?? '';
    series.set(name, [...(series.get(name) ?? []), labelsIn(line.slice(name.length))]);
  }
  return { types, series };
}

function labelsIn(rest: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  if (!rest.startsWith('{')) return labels;
  // Values may hold braces and commas, so that they are read one after the other up to what is no label.
  const label = /[{,]\s*([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/y;
  for (let found = label.exec(rest); found !== null; found = label.exec(rest)) {
    const [, name = '', value = ''] = found;
    if (value !== '') labels.set(name, value);
  }
  return labels;
}
