import { FieldType, formattedValueToString, getFieldDisplayName, reduceField } from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { PanelContextProvider, TimeSeries, usePanelContext } from '@grafana/ui';
import { useMemo } from 'react';

import { recordOf } from '../../json.ts';
import type { PanelKind, PanelProps, Shown } from '../panel-props.ts';
import { AnnotationMarks } from './annotation-marks.tsx';
import { plotFrames } from './plot-frames.ts';
import { SeriesTooltip } from './series-tooltip.tsx';
import { useSeriesVisibility } from './series-visibility.ts';

function Timeseries(props: PanelProps) {
  const { options, width, height, timeRange, annotations, theme } = props;
  const context = usePanelContext();
  const plotted = useMemo(() => plotFrames(props.frames) ?? [], [props.frames]);
  const { frames, onToggle } = useSeriesVisibility(plotted);
  const legend = useMemo(() => legendOf(options['legend']), [options]);
  const withToggle = useMemo(
    () => ({ ...context, onToggleSeriesVisibility: onToggle }),
    [context, onToggle],
  );
  return (
    <PanelContextProvider value={withToggle as typeof context}>
      <TimeSeries
        frames={frames}
        timeRange={timeRange}
        timeZone="utc"
        width={width}
        height={height}
        legend={legend}
        options={options}
      >
        {(config, aligned) => (
          <>
            <SeriesTooltip panel={props} config={config} aligned={aligned} />
            <AnnotationMarks annotations={annotations} config={config} theme={theme} />
          </>
        )}
      </TimeSeries>
    </PanelContextProvider>
  );
}

function legendOf(legend: unknown): VizLegendOptions {
  const options = recordOf(legend) as unknown as VizLegendOptions;
  return {
    ...options,
    showLegend: options.showLegend && options.displayMode !== LegendDisplayMode.Hidden,
  };
}

/** The last value of each series, as it would be read in the tooltip. */
function shown({ frames }: PanelProps): Shown | undefined {
  const plotted = plotFrames(frames);
  if (plotted === undefined) return undefined;
  const series = plotted.flatMap((frame) =>
    frame.fields.flatMap((field) => (field.type === FieldType.number ? [{ field, frame }] : [])),
  );
  return {
    names: series.map(({ field, frame }) => getFieldDisplayName(field, frame, plotted)),
    values: series.map(({ field }) => {
      const { lastNotNull } = reduceField({ field, reducers: ['lastNotNull'] });
      const display = field.display?.(lastNotNull);
      return display === undefined ? '' : formattedValueToString(display);
    }),
  };
}

export const timeseries: PanelKind = {
  component: Timeseries,
  padding: 'md',
  shown,
  needsData: true,
};
