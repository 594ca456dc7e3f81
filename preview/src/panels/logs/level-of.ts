import type { GrafanaTheme2 } from '@grafana/data';

export type LogLevel = 'critical' | 'error' | 'warning' | 'info' | 'debug' | 'trace' | 'unknown';

/** How programs spell them. */
const SPELLINGS: readonly (readonly [level: LogLevel, spellings: RegExp])[] = [
  ['critical', /\b(emerg|emergency|fatal|alert|crit|critical|panic)\b/i],
  ['error', /\b(err|eror|error)\b/i],
  ['warning', /\b(warn|warning)\b/i],
  ['info', /\b(info|information|informational|notice)\b/i],
  ['debug', /\b(dbug|debug)\b/i],
  ['trace', /\btrace\b/i],
];

/** What its label says, else what the line says it is, else the worst word in it. */
export function levelOf(text: string, labels: Readonly<Record<string, string>>): LogLevel {
  const said =
    labels['detected_level'] ??
    labels['level'] ??
    labels['severity'] ??
    /"?\b(?:level|lvl|severity)"?\s*[=:]\s*"?(\w+)/i.exec(text)?.[1];
  return spelled(said ?? text) ?? 'unknown';
}

function spelled(text: string): LogLevel | undefined {
  return SPELLINGS.find(([, spellings]) => spellings.test(text))?.[0];
}

const COLORS: Readonly<Record<LogLevel, string>> = {
  critical: 'purple',
  error: 'red',
  warning: 'yellow',
  info: 'green',
  debug: 'blue',
  trace: 'light-blue',
  unknown: 'gray',
};

export function levelColor(level: LogLevel, theme: GrafanaTheme2): string {
  return theme.visualization.getColorByName(COLORS[level]);
}
