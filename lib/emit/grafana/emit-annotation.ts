import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import { type Annotation, grafanaDuration } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { canonical, type JsonObject } from './canonical.ts';
import type { DatasourceRef } from './datasources.ts';
import { ANNOTATION } from './defaults.ts';

/** The JSON of one annotation query. */
export function emitAnnotation(
  mark: Annotation,
  datasource: DatasourceRef | undefined,
): JsonObject {
  const builder = new AnnotationQueryBuilder()
    .name(mark.name)
    .enable(!mark.off)
    .iconColor(mark.color)
    .expr(print(mark.node));
  if (datasource !== undefined) builder.datasource(datasource);
  if (mark.title !== undefined) builder.titleFormat(mark.title);
  if (mark.text !== undefined) builder.textFormat(mark.text);
  if (mark.tags.length > 0) builder.tagKeys(mark.tags.join(','));
  if (mark.step !== undefined) builder.step(grafanaDuration(mark.step));
  return canonical(builder.build(), ANNOTATION);
}
