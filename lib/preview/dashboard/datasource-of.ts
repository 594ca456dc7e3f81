import type { ContentDatasource } from '../content/index.ts';

interface Reference {
  readonly uid?: string | undefined;
  readonly type?: string | undefined;
}

/** What a panel or a query asks. */
export interface AskedSource {
  /** `prometheus`, `loki`, or whatever else it says. */
  readonly type: string;
  /** Seconds between two scrapes. */
  readonly scrapeInterval: number;
}

/** Grafana's, where a datasource says nothing. */
const USUAL_INTERVAL = 15;

/**
 * The datasource that the first of these references which says anything means.
 *
 * @param references with variables filled in, the innermost first
 */
export function datasourceOf(
  references: readonly (Reference | undefined)[],
  datasources: readonly ContentDatasource[],
): AskedSource {
  const said = references.find((each) => each?.uid !== undefined || each?.type !== undefined);
  const known = datasources.find(({ uid, name }) => uid === said?.uid || name === said?.uid);
  const usual = datasources.find(({ isDefault }) => isDefault) ?? datasources[0];
  const type = known?.type ?? said?.type ?? usual?.type ?? 'prometheus';
  const found = known ?? datasources.find((each) => each.type === type);
  return { type, scrapeInterval: found?.scrapeInterval ?? USUAL_INTERVAL };
}
