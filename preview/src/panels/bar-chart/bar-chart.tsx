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
import { barPlot } from './bar-plot.ts';
import { type Bars, barsOf } from './bars.ts';

function BarChart(props: PanelProps) {
  const { options, width, height, theme } = props;
  const upwards =
    options['orientation'] === 'vertical' ||
    (options['orientation'] !== 'horizontal' && width >= height);
  const drawn = useMemo(() => {
    const bars = barsOf(props);
    return bars && { bars, plot: barPlot(props, bars, upwards) };
  }, [props, upwards]);
  if (drawn === undefined) return null;
  return (
    <VizLayout
      width={width}
      height={height}
      legend={panelLegend(props, legendItems(props, drawn.bars))}
    >
      {(width, height) => (
        <CanvasPlot plot={drawn.plot} width={width} height={height} theme={theme} />
      )}
    </VizLayout>
  );
}

function legendItems(props: PanelProps, { series }: Bars): LegendItem[] {
  return series
    .filter(({ field }) => recordOf(recordOf(field.config.custom)['hideFrom'])['legend'] !== true)
    .map(({ name, color, field }) => ({
      name,
      color,
      values: legendValues(field, props, props.theme),
    }));
}

export const barChart: PanelKind = {
  component: BarChart,
  padding: 'md',
  shown: (props) => {
    const bars = barsOf(props);
    if (bars === undefined) return undefined;
    return {
      names: [...bars.categories],
      values: [
        ...bars.series.flatMap(({ bars }) => bars.map(({ text }) => text)),
        ...legendTexts(legendItems(props, bars)),
      ],
    };
  },
  needsData: true,
};
