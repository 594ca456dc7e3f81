import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  VizOrientation,
} from '@grafana/data';
import { VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';

import { numberOf, textOf } from '../../json.ts';
import { displayValues, shownValues } from '../display-values.ts';
import type { PanelKind, PanelProps } from '../panel-props.ts';
import { textSizes } from '../text-sizes.ts';
import { WithLinks } from '../with-links.tsx';
import { GaugeDial } from './gauge-dial.tsx';
import { gaugeScale } from './gauge-scale.ts';
import { gaugeShape } from './gauge-shape.ts';

function Gauge(props: PanelProps) {
  const { options, width, height, frames } = props;
  const values = displayValues(props, false);
  const manual = options['sizing'] === 'manual';
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={(value) => <Value panel={props} {...value} />}
      width={width}
      height={height}
      source={frames}
      renderCounter={0}
      autoGrid
      itemSpacing={16}
      minVizWidth={manual ? (numberOf(options['minVizWidth']) ?? 75) : 0}
      minVizHeight={manual ? (numberOf(options['minVizHeight']) ?? 75) : 0}
      orientation={orientationOf(options['orientation'])}
    />
  );
}

type ValueProps = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors> & {
  readonly panel: PanelProps;
};

function Value({ panel, value, alignmentFactors, width, height, count }: ValueProps) {
  const { options, theme } = panel;
  const mode = textOf(options['textMode']) || 'auto';
  const shape = gaugeShape({
    width,
    height,
    circle: options['shape'] === 'circle',
    barWidthFactor: numberOf(options['barWidthFactor']) ?? 0.5,
    band: options['showThresholdMarkers'] !== false,
    labels: options['showThresholdLabels'] === true,
  });
  const named = mode === 'name' || mode === 'value_and_name' || (mode === 'auto' && count > 1);
  return (
    <WithLinks value={value}>
      {(className, onClick) => (
        <div className={className} onClick={onClick} style={{ width, height }}>
          <GaugeDial
            shape={shape}
            scale={gaugeScale(value.field, theme)}
            value={value.display}
            longest={alignmentFactors}
            showValue={mode !== 'name' && mode !== 'none'}
            name={named ? value.display.title : undefined}
            sizes={textSizes(options['text'])}
            theme={theme}
            width={width}
            height={height}
          />
        </div>
      )}
    </WithLinks>
  );
}

function orientationOf(orientation: unknown): VizOrientation {
  return orientation === 'horizontal'
    ? VizOrientation.Horizontal
    : orientation === 'vertical'
      ? VizOrientation.Vertical
      : VizOrientation.Auto;
}

export const gauge: PanelKind = {
  component: Gauge,
  padding: 'md',
  shown: (props) => shownValues(displayValues(props, false), props.frames.length),
  needsData: true,
};
