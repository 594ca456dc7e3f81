import {
  dateTime,
  type GrafanaTheme2,
  type InterpolateFunction,
  type TimeRange,
  toUtc,
} from '@grafana/data';
import { useLayoutEffect, useMemo } from 'react';

import type { TimeSpan } from '../../../../lib/preview/protocol.ts';
import { change } from '../../address/index.ts';
import type { PanelReport } from '../../control/index.ts';
import { applyFields, fieldConfigOf, withDefaults } from '../../fields/index.ts';
import type { Drawing } from '../../grid/index.ts';
import { PANEL_DEFAULTS, type PanelKind, type PanelProps, type Shown } from '../../panels/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';
import { CatchError } from './catch-error.tsx';
import { PanelMessage } from './panel-message.tsx';
import type { PanelData } from './use-panel-data.ts';

interface PanelBodyProps {
  readonly drawing: Drawing;
  readonly kind: PanelKind | undefined;
  readonly title: string;
  readonly data: PanelData | undefined;
  readonly error: string | undefined;
  readonly replace: InterpolateFunction;
  readonly theme: GrafanaTheme2;
  readonly width: number;
  readonly height: number;
  readonly dashboard: DashboardContext;
  readonly onDrawn: (report: PanelReport) => void;
}

/** What is inside a panel's frame: what its type draws, or why it draws nothing. */
export function PanelBody(body: PanelBodyProps) {
  const { kind, drawing, error, onDrawn, title } = body;
  const props = usePanelProps(body);
  const shown = useMemo(
    () => (kind === undefined ? undefined : shownBy(kind, props)),
    [kind, props],
  );
  const problem = error ?? (shown instanceof Error ? shown.message : undefined);
  const words = shown instanceof Error ? undefined : shown;
  const report = (state: PanelReport['state'], message?: string): PanelReport => ({
    id: drawing.panel.id,
    title,
    type: drawing.panel.type,
    state,
    ...(message !== undefined && { message }),
    names: words?.names ?? [],
    values: words?.values ?? [],
  });
  const state =
    kind === undefined
      ? 'unsupported'
      : problem !== undefined
        ? 'error'
        : words === undefined
          ? 'empty'
          : 'drawn';
  useLayoutEffect(() => onDrawn(report(state, problem)));

  if (kind === undefined) return <PanelMessage text={`not previewed: ${drawing.panel.type}`} />;
  if (words === undefined) {
    const noValue = props.fieldConfig.defaults.noValue;
    return <PanelMessage text={problem ?? noValue ?? 'No data'} isError={problem !== undefined} />;
  }
  const Component = kind.component;
  return (
    <CatchError onError={(message) => onDrawn(report('error', message))}>
      <Component {...props} />
    </CatchError>
  );
}

function shownBy(kind: PanelKind, props: PanelProps): Shown | undefined | Error {
  try {
    return kind.shown(props);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function usePanelProps(body: PanelBodyProps): PanelProps {
  const { drawing, title, data, replace, theme, width, height, dashboard } = body;
  const { panel, key } = drawing;
  const fieldConfig = useMemo(
    () => fieldConfigOf(panel.type, panel.fieldConfig),
    [panel.type, panel.fieldConfig],
  );
  const options = useMemo(
    () => withDefaults(panel.options, PANEL_DEFAULTS[panel.type]?.options ?? {}),
    [panel.type, panel.options],
  );
  const frames = useMemo(
    () => applyFields(data?.frames ?? [], fieldConfig, theme, replace),
    [data?.frames, fieldConfig, theme, replace],
  );
  const range = data?.answer.range ?? dashboard.variables.range;
  const timeRange = useMemo(() => timeRangeOf(range), [range]);
  return useMemo(
    () => ({
      key,
      id: panel.id,
      title,
      frames,
      options,
      fieldConfig,
      width,
      height,
      theme,
      timeRange,
      timeZone: 'utc',
      interval: data?.answer.interval ?? 15_000,
      replace,
      annotations: dashboard.annotations,
      onTimeRange,
    }),
    [
      ...[key, panel.id, title, frames, options, fieldConfig, width, height, theme, timeRange],
      ...[data?.answer.interval, replace, dashboard.annotations],
    ],
  );
}

export function timeRangeOf({ from, to }: TimeSpan): TimeRange {
  const range = { from: toUtc(from), to: toUtc(to) };
  return { ...range, raw: { from: dateTime(from), to: dateTime(to) } };
}

function onTimeRange({ from, to }: TimeSpan): void {
  change({ from: String(Math.round(from)), to: String(Math.round(to)) });
}
