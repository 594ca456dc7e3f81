import love from '../../dashboards/love-parser/backend.ts';
import database from '../../dashboards/love-parser/database.ts';
import redis from '../../dashboards/love-parser/redis.ts';
import { type Dashboard, refIds } from '../../lib/model/index.ts';
import { EXPLANATIONS } from './explanations.ts';
import type { Finding } from './verify.ts';

/** The panels that have to draw: two dashboards, and the row of the host in a third. */
const ROWS: readonly { readonly dashboard: Dashboard; readonly row?: string }[] = [
  { dashboard: database },
  { dashboard: redis },
  { dashboard: love, row: 'Host' },
];

/** Findings that say that a query draws nothing. */
const EMPTY = ['verify/query-empty', 'verify/all-nan', 'verify/query-fails'];

/** Which panels draw, in words. */
export function drawn(findings: readonly Finding[]): {
  readonly text: string;
  readonly unexplained: number;
} {
  const lines: string[] = [];
  let [whole, unexplained] = [0, 0];
  const panels = panelsOf();
  for (const { dashboard, title, queries } of panels) {
    const empty = queries.flatMap((query) => {
      const found = findings.find(
        ({ code, path }) =>
          EMPTY.includes(code) &&
          path.includes(`dashboard ${dashboard}`) &&
          path.includes(`panel "${title}"`) &&
          path.includes(`query ${query}`),
      );
      return found === undefined ? [] : [{ query, message: found.message }];
    });
    if (empty.length === 0) whole++;
    for (const { query, message } of empty) {
      const why = EXPLANATIONS.find(
        (each) => each.panel === title && (each.query === undefined || each.query === query),
      )?.why;
      if (why === undefined) unexplained++;
      lines.push(`  ${dashboard} › ${title} › ${query}: ${why ?? `UNEXPLAINED: ${message}`}`);
    }
  }
  const other = findings.filter(({ code }) => code === 'verify/legend-ambiguous');
  for (const { path, message } of other) lines.push(`  ${path.join(' › ')}: ${message}`);
  return {
    text: [`${whole} of ${panels.length} panels draw with all of their queries`, ...lines].join(
      '\n',
    ),
    unexplained: unexplained + other.length,
  };
}

/** Those that ask Prometheus. */
function panelsOf() {
  return ROWS.flatMap(({ dashboard, row }) =>
    dashboard.rows
      .filter(({ title }) => row === undefined || title === row)
      .flatMap(({ panels }) => panels)
      .map(({ props }) => {
        const ids = refIds(props.queries);
        const asks = props.queries.flatMap(({ source }, i) =>
          source.kind === 'promql' ? [ids[i] ?? ''] : [],
        );
        return { dashboard: dashboard.uid, title: props.title, queries: asks };
      })
      .filter(({ queries }) => queries.length > 0),
  );
}
