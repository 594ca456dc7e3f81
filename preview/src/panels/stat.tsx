import {
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  type VizOrientation,
} from '@grafana/data';
import type { PercentChangeColorMode } from '@grafana/schema';
import {
  BigValue,
  type BigValueColorMode,
  BigValueGraphMode,
  type BigValueJustifyMode,
  type BigValueTextMode,
  VizRepeater,
  type VizRepeaterRenderValueProps,
} from '@grafana/ui';

import { displayValues, shownValues } from './display-values.ts';
import type { PanelKind, PanelProps } from './panel-props.ts';
import { textSizes } from './text-sizes.ts';
import { WithLinks } from './with-links.tsx';

function valuesOf(props: PanelProps): FieldDisplay[] {
  return displayValues(props, props.options['graphMode'] !== BigValueGraphMode.None);
}

function Stat(props: PanelProps) {
  const { options, width, height, frames } = props;
  const values = valuesOf(props);
  return (
    <VizRepeater
      getValues={() => values}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={(value) => <Value panel={props} {...value} />}
      width={width}
      height={height}
      source={frames}
      itemSpacing={3}
      renderCounter={0}
      autoGrid
      orientation={options['orientation'] as VizOrientation}
    />
  );
}

type ValueProps = VizRepeaterRenderValueProps<
  FieldDisplay,
  ReturnType<typeof getDisplayValueAlignmentFactors>
> & { readonly panel: PanelProps };

function Value({ panel, value, alignmentFactors, width, height, count }: ValueProps) {
  const { options, theme, timeRange } = panel;
  return (
    <WithLinks value={value}>
      {(className, onClick) => (
        <BigValue
          value={value.display}
          count={count}
          {...(value.sparkline !== undefined && {
            sparkline: { ...value.sparkline, timeRange },
          })}
          colorMode={options['colorMode'] as BigValueColorMode}
          graphMode={options['graphMode'] as BigValueGraphMode}
          justifyMode={options['justifyMode'] as BigValueJustifyMode}
          textMode={options['textMode'] as BigValueTextMode}
          percentChangeColorMode={options['percentChangeColorMode'] as PercentChangeColorMode}
          disableWideLayout={options['wideLayout'] === false}
          alignmentFactors={alignmentFactors}
          text={textSizes(options['text'])}
          hasLinks={value.hasLinks}
          width={width}
          height={height}
          theme={theme}
          {...(className !== undefined && { className })}
          {...(onClick !== undefined && { onClick })}
        />
      )}
    </WithLinks>
  );
}

export const stat: PanelKind = {
  component: Stat,
  padding: 'none',
  shown: (props) => shownValues(displayValues(props, false), props.frames.length),
  needsData: true,
};
