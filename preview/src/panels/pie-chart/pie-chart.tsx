import { VizLayout } from '@grafana/ui';

import { recordOf, textsOf } from '../../json.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import { HoverTooltip, legendTexts, panelLegend, type TooltipText } from '../plot/index.ts';
import { pieLegendItems, pieSlices, type Slice } from './pie-slices.ts';
import { Pie } from './pie.tsx';

function PieChart(props: PanelProps) {
  const { width, height, options } = props;
  const slices = pieSlices(props);
  return (
    <VizLayout
      width={width}
      height={height}
      legend={panelLegend(props, pieLegendItems(props, slices))}
    >
      {(width, height) => (
        <HoverTooltip at={(x, y) => tooltipAt(props, slices, x - width / 2, y - height / 2)}>
          <Pie
            slices={slices}
            donut={options['pieType'] === 'donut'}
            labels={textsOf(options['displayLabels'])}
            width={width}
            height={height}
          />
        </HoverTooltip>
      )}
    </VizLayout>
  );
}

/** @param x,y pixels from the middle of the pie */
function tooltipAt(
  { options }: PanelProps,
  slices: readonly Slice[],
  x: number,
  y: number,
): TooltipText | undefined {
  const mode = recordOf(options['tooltip'])['mode'];
  const angle = Math.atan2(x, -y) / (2 * Math.PI);
  const share = angle < 0 ? angle + 1 : angle;
  const under = slices.find(({ from, to }) => from <= share && share < to);
  if (mode === 'none' || under === undefined) return undefined;
  const rows = (mode === 'multi' ? slices : [under]).map((slice) => ({
    label: slice.name,
    value: `${slice.text} (${slice.percent})`,
    color: slice.color,
    active: slice === under && mode === 'multi',
  }));
  const { hasLinks, getLinks } = under.value;
  return { title: '', rows, ...(hasLinks && getLinks && { links: getLinks() }) };
}

export const pieChart: PanelKind = {
  component: PieChart,
  padding: 'md',
  shown: (props) => {
    const slices = pieSlices(props);
    if (props.frames.length === 0 || slices.length === 0) return undefined;
    const items = pieLegendItems(props, slices);
    const beside = legendTexts(items);
    return {
      names: slices.map(({ name }) => name),
      values: beside.length > 0 ? beside : slices.map(({ text }) => text),
    };
  },
  needsData: true,
};
