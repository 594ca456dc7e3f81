import {
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  type VizOrientation,
} from '@grafana/data';
import {
  BarGaugeDisplayMode,
  type BarGaugeNamePlacement,
  type BarGaugeValueMode,
} from '@grafana/schema';
import { BarGauge, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';

import { numberOf } from '../json.ts';
import { displayValues, shownValues } from './display-values.ts';
import type { PanelKind, PanelProps } from './panel-props.ts';
import { textSizes } from './text-sizes.ts';
import { WithLinks } from './with-links.tsx';

function Bars(props: PanelProps) {
  const { options, width, height, frames } = props;
  const values = displayValues(props, false);
  const isManual = options['sizing'] === 'manual';
  const size = (key: string, auto: number) => (isManual ? numberOf(options[key]) : auto) ?? auto;
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={(value) => <Bar panel={props} {...value} />}
      width={width}
      height={height}
      minVizWidth={size('minVizWidth', 8)}
      minVizHeight={size('minVizHeight', 16)}
      maxVizHeight={size('maxVizHeight', 300)}
      source={frames}
      itemSpacing={options['displayMode'] === BarGaugeDisplayMode.Lcd ? 2 : 10}
      renderCounter={0}
      orientation={options['orientation'] as VizOrientation}
    />
  );
}

type BarProps = VizRepeaterRenderValueProps<
  FieldDisplay,
  ReturnType<typeof getDisplayValueAlignmentFactors>
> & { readonly panel: PanelProps };

function Bar({ panel, value, alignmentFactors, orientation, width, height }: BarProps) {
  const { options, theme } = panel;
  const { field, display, view, colIndex } = value;
  return (
    <WithLinks value={value}>
      {(className, onClick) => (
        <BarGauge
          value={display}
          field={field}
          // Of the whole column, so that cells of an LCD have the colours of what they stand for.
          {...displayOf(view?.getFieldDisplayProcessor(colIndex ?? 0))}
          width={width}
          height={height}
          orientation={orientation}
          theme={theme}
          itemSpacing={options['displayMode'] === BarGaugeDisplayMode.Lcd ? 2 : 10}
          lcdCellWidth={12}
          displayMode={options['displayMode'] as BarGaugeDisplayMode}
          valueDisplayMode={options['valueMode'] as BarGaugeValueMode}
          namePlacement={options['namePlacement'] as BarGaugeNamePlacement}
          showUnfilled={options['showUnfilled'] !== false}
          text={textSizes(options['text'])}
          alignmentFactors={alignmentFactors}
          {...(className !== undefined && { className })}
          {...(onClick !== undefined && { onClick })}
        />
      )}
    </WithLinks>
  );
}

function displayOf<T>(display: T | undefined): { display?: T } {
  return display === undefined ? {} : { display };
}

export const barGauge: PanelKind = {
  component: Bars,
  padding: 'md',
  shown: (props) => shownValues(displayValues(props, false), props.frames.length),
  needsData: true,
};
