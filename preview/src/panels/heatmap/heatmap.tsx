import { VizLayout } from '@grafana/ui';
import { useMemo } from 'react';

import { recordOf } from '../../json.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import { CanvasPlot } from '../plot/index.ts';
import { ColorScale } from './color-scale.tsx';
import { heatColors } from './heat-colors.ts';
import { countFormat, heatPlot } from './heat-plot.ts';
import { heatOf } from './heat.ts';

function Heatmap(props: PanelProps) {
  const { options, theme, width, height } = props;
  const drawn = useMemo(() => {
    const heat = heatOf(props);
    if (heat === undefined) return undefined;
    const colors = heatColors(options['color'], heat, theme);
    const format = countFormat(props);
    return { colors, format, plot: heatPlot(props, heat, colors, format) };
  }, [props, options, theme]);
  if (drawn === undefined) return null;
  const { colors, format, plot } = drawn;
  const legend = hasLegend(props) ? (
    <VizLayout.Legend placement="bottom" maxHeight="20%">
      <ColorScale colors={colors} format={format} theme={theme} />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={width} height={height} legend={legend}>
      {(width, height) => <CanvasPlot plot={plot} width={width} height={height} theme={theme} />}
    </VizLayout>
  );
}

function hasLegend({ options }: PanelProps): boolean {
  return recordOf(options['legend'])['show'] !== false;
}

export const heatmap: PanelKind = {
  component: Heatmap,
  padding: 'md',
  shown: (props) => {
    const heat = heatOf(props);
    if (heat === undefined) return undefined;
    const { min, max } = heatColors(props.options['color'], heat, props.theme);
    return {
      names: (heat.buckets ?? []).map(({ name }) => name),
      values: hasLegend(props) ? [min, max].map(countFormat(props)) : [],
    };
  },
  needsData: true,
};
