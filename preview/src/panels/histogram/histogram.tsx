import { VizLayout } from '@grafana/ui';
import { useMemo } from 'react';

import { recordOf } from '../../json.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import {
  CanvasPlot,
  type LegendItem,
  legendTexts,
  legendValues,
  panelLegend,
} from '../plot/index.ts';
import { type Counted, countedOf } from './counted.ts';
import { histogramPlot } from './histogram-plot.ts';

function Histogram(props: PanelProps) {
  const { width, height, theme } = props;
  const drawn = useMemo(() => {
    const counted = countedOf(props);
    return counted && { counted, plot: histogramPlot(props, counted) };
  }, [props]);
  if (drawn === undefined) return null;
  return (
    <VizLayout
      width={width}
      height={height}
      legend={panelLegend(props, legendItems(props, drawn.counted))}
    >
      {(width, height) => (
        <CanvasPlot plot={drawn.plot} width={width} height={height} theme={theme} />
      )}
    </VizLayout>
  );
}

function legendItems(props: PanelProps, { series }: Counted): LegendItem[] {
  return series
    .filter(({ field }) => recordOf(recordOf(field.config.custom)['hideFrom'])['legend'] !== true)
    .map(({ name, color, field }) => ({
      name,
      color,
      values: legendValues(field, props, props.theme),
    }));
}

export const histogram: PanelKind = {
  component: Histogram,
  padding: 'md',
  shown: (props) => {
    const counted = countedOf(props);
    if (counted === undefined || counted.series.length === 0) return undefined;
    const items = legendItems(props, counted);
    return {
      names: counted.series.map(({ name }) => name),
      values: [...counted.ranges.map(({ lower }) => lower), ...legendTexts(items)],
    };
  },
  needsData: true,
};
