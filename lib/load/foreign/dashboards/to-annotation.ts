import type { Result } from '../../../diagnostics/index.ts';
import type { Annotation } from '../../../model/index.ts';
import { type ForeignFile, ForeignSite } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { listOf, type Raw, rawOf, textOf } from '../raw.ts';
import { readExpression } from '../read-expression.ts';
import type { Keys } from '../source-document.ts';
import type { DatasourceKinds } from './datasource-kinds.ts';

/** An annotation in the shape of classic dashboards, and where it stands. */
export interface RawAnnotation {
  readonly annotation: Raw;
  readonly keys: Keys;
  /** Of the text of its query, below it. */
  readonly expression: Keys;
}

/** All annotations of a classic dashboard, or of a version 2 resource. */
export function rawAnnotations({ annotations }: Raw, keys: Keys): readonly RawAnnotation[] {
  if (!Array.isArray(annotations)) {
    return listOf(rawOf(annotations).list).map((annotation, i) => ({
      annotation: rawOf(annotation),
      keys: [...keys, 'annotations', 'list', i],
      expression: ['expr'],
    }));
  }
  return annotations.map((each, i) => {
    const spec = rawOf(rawOf(each).spec);
    const query = rawOf(spec.query);
    const type = textOf(query.group) ?? textOf(query.kind);
    const { expr } = rawOf(query.spec);
    return {
      annotation: { ...spec, expr, datasource: { type, ...rawOf(spec.datasource) } },
      keys: [...keys, 'annotations', i],
      expression: ['spec', 'query', 'spec', 'expr'],
    };
  });
}

interface Context {
  readonly file: ForeignFile;
  readonly document: JsonDocument;
  readonly kinds: DatasourceKinds;
  readonly path: readonly string[];
}

/** The annotation; `undefined` where it does not ask Prometheus. */
export function toAnnotation(
  { annotation, keys, expression }: RawAnnotation,
  { file, document, kinds, path }: Context,
): Result<Annotation | undefined> {
  const source = textOf(annotation.expr);
  if (source === undefined || kinds.languageOf(annotation.datasource) !== 'promql') {
    return { value: undefined, diagnostics: [] };
  }
  const site = new ForeignSite(file, document, keys, expression);
  const name = textOf(annotation.name) ?? '';
  const at = [...path, `annotation "${name}"`];
  const read = readExpression(source, (span) => site.where(at, span), { variables: true });
  const { value: node, diagnostics } = read;
  if (node === undefined) return { value: undefined, diagnostics };
  const value = { kind: 'annotation', name, node, source, site, color: 'blue', tags: [] } as const;
  return { value, diagnostics };
}
