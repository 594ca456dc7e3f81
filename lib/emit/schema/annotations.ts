import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { DatasourceRef, QueryPlugin } from './datasources.ts';
import type { Refine } from './loose.ts';
import type { Color, DurationText, Text } from './scalars.ts';
import type { Target } from './targets.ts';

interface Annotation {
  name: Text;
  enable: boolean;
  iconColor: Color;
  filter?: dashboard.AnnotationPanelFilter;
  hide?: boolean;
  placement?: dashboard.AnnotationQueryPlacement;
}

/** The store of Grafana itself: what users and alerts have written. */
export interface BuiltInAnnotation extends Annotation {
  datasource: DatasourceRef<'grafana'>;
  builtIn?: 0 | 1;
  target?: dashboard.AnnotationTarget;
  type?: 'dashboard';
}

/** Events that a query finds. */
export type QueryAnnotation = Refine<
  Pick<dashboard.AnnotationQuery, 'tagKeys' | 'textFormat' | 'titleFormat' | 'useValueForTime'>,
  Annotation & {
    datasource: DatasourceRef<QueryPlugin>;
    expr?: Text;
    step?: DurationText;
    target?: Target;
  }
>;

export type AnnotationQuery = BuiltInAnnotation | QueryAnnotation;
