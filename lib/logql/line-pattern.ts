const CAPTURE = /<([A-Za-z_]\w*|_)>/g;

/** The labels that `| pattern "…"` makes: `<_>` is a hole without a name. */
export function captureNames(pattern: string): readonly string[] {
  return captures(pattern).filter((name) => name !== '_');
}

/** Why Loki refuses a pattern of the `pattern` stage; `undefined` if it does not. */
export function patternProblem(pattern: string): string | undefined {
  const names = captureNames(pattern);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `it captures \`${twice}\` twice`;
  if (names.length === 0) return 'it captures nothing: a name stands in `<` and `>`';
  return between(pattern);
}

/** Why Loki refuses a pattern of the `|>` filter. */
export function filterPatternProblem(pattern: string): string | undefined {
  const [name] = captureNames(pattern);
  if (name !== undefined) return `it names \`<${name}>\`, and a filter captures nothing`;
  return between(pattern);
}

function between(pattern: string): string | undefined {
  const [both] = /<(?:[A-Za-z_]\w*)><(?:[A-Za-z_]\w*)>/.exec(pattern) ?? [];
  return both === undefined ? undefined : `nothing stands between \`${both}\``;
}

function captures(pattern: string): readonly string[] {
  return [...pattern.matchAll(CAPTURE)].map(([, name = '']) => name);
}
