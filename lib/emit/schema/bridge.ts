import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { AnnotationQuery } from './annotations.ts';
import type { DashboardLink } from './links.ts';
import type { Panel, Row } from './panels.ts';
import type { DurationText, RefreshText, Text, TimeText, TimezoneText, Uid } from './scalars.ts';
import type { VariableModel } from './variables.ts';

/**
 * A dashboard as we write it: the Foundation SDK's types made strict, with no key that we do not
 * emit. `dashboard.schema.json` is generated from it. Dashboards that others wrote need not fit.
 */
export interface Dashboard {
  uid: Uid;
  title: Text;
  schemaVersion: 42;
  panels: (Panel | Row)[];
  annotations?: { list: AnnotationQuery[] };
  description?: string;
  editable?: boolean;
  /**
   * The first month of the year, January is 0.
   * @integer
   * @minimum 0
   * @maximum 11
   */
  fiscalYearStartMonth?: number;
  graphTooltip?: dashboard.DashboardCursorSync;
  links?: DashboardLink[];
  liveNow?: boolean;
  preload?: boolean;
  refresh?: RefreshText;
  tags?: Text[];
  templating?: { list: VariableModel[] };
  time?: { from: TimeText; to: TimeText };
  timepicker?: {
    hidden?: boolean;
    nowDelay?: DurationText;
    quick_ranges?: dashboard.TimeOption[];
    refresh_intervals?: DurationText[];
  };
  timezone?: TimezoneText;
  weekStart?: '' | 'browser' | 'monday' | 'saturday' | 'sunday';
}
