/** What somebody says about the metrics of one family. */
export interface Family {
  /** As exporters name it: `counter`, `untyped`, `stateset`. */
  readonly type: string;
  readonly help: string;
  /** As OpenMetrics and metadata give it; mostly empty. */
  readonly unit: string;
}

/** What was seen of metrics: declarations by family, and series by name. */
export class Observations {
  readonly families = new Map<string, Family>();
  /** Names of the labels of the series of a name, each set once; empty where only the name was seen. */
  readonly series = new Map<string, Map<string, readonly string[]>>();
  /** Names of which a target said what it exposes: Prometheus adds labels. */
  readonly exposed = new Set<string>();
  /** Values of `le` and `quantile`, by name of the series. */
  readonly bounds = new Map<string, Set<number>>();

  addFamily(name: string, said: Partial<Family>): void {
    const before = this.families.get(name) ?? { type: 'unknown', help: '', unit: '' };
    this.families.set(name, { ...before, ...said });
  }

  addName(name: string): Map<string, readonly string[]> {
    const sets = this.series.get(name) ?? new Map<string, readonly string[]>();
    this.series.set(name, sets);
    return sets;
  }

  /** @param labels without the name */
  addSeries(name: string, labels: ReadonlyMap<string, string>): void {
    const names = [...labels.keys()]
      .filter((label) => label !== 'le' && label !== 'quantile')
      .sort();
    this.addName(name).set(names.join(','), names);
    const bound = Number(labels.get('le') ?? labels.get('quantile') ?? Number.NaN);
    if (!Number.isFinite(bound)) return;
    const bounds = this.bounds.get(name) ?? new Set();
    this.bounds.set(name, bounds.add(bound));
  }
}
