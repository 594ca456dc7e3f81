import { emitDashboard, TARGETS, unitsOf } from '../../emit/index.ts';
import {
  importDashboards,
  type Importer,
  importRules,
  normalRules,
  readDashboardFile,
  type ReceiptEntry,
  type SourceText,
} from '../../import/index.ts';
import type { Project, System } from '../../model/index.ts';
import { differences, normaliseDashboard } from '../../normalise/index.ts';

/** How one kind of source is imported and compared with what was made of it. */
interface Verifier {
  readonly extensions: readonly string[];
  readonly importer: Importer;
  /** Where the two differ; a line a place. */
  compare(
    source: SourceText,
    entries: readonly ReceiptEntry[],
    system: System,
    project: Project,
    upgrade: boolean,
  ): readonly string[];
}

export const VERIFIERS = {
  dashboard: {
    extensions: ['json'],
    importer: importDashboards,
    compare(source, [entry], system) {
      const loaded = system.dashboards.find(({ file }) => file === entry?.file);
      const read = readDashboardFile(source.text);
      if (loaded === undefined || typeof read === 'string') return ['it was not compiled'];
      const wanted = read.raw;
      const made = normaliseDashboard(emitDashboard(loaded, system, unitsOf(system)).value);
      // One that has none gets one.
      const expected = wanted.uid === undefined ? { ...wanted, uid: made.uid } : wanted;
      return differences(expected, made).map(({ path }) => path);
    },
  },
  rules: {
    extensions: ['yaml', 'yml'],
    importer: importRules,
    compare(source, _entries, system, project) {
      const target = TARGETS.find(({ name }) => name === 'prometheus-rules');
      const made = (target?.emit(system, project).value ?? []).flatMap(({ text }) =>
        normalRules(text),
      );
      const byName = new Map(made.map((group) => [group.name, group]));
      return normalRules(source.text).flatMap((group) =>
        differences(group, byName.get(group.name)).map(
          ({ path }) => `group ${group.name}: ${path}`,
        ),
      );
    },
  },
} as const satisfies Record<string, Verifier>;

export type VerifierKind = keyof typeof VERIFIERS;
