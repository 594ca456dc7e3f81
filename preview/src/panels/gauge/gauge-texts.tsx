import {
  type DisplayValue,
  type DisplayValueAlignmentFactors,
  formattedValueToString,
  type GrafanaTheme2,
} from '@grafana/data';
import type { VizTextDisplayOptions } from '@grafana/schema';
import { calculateFontSize } from '@grafana/ui';

import type { GaugeShape } from './gauge-shape.ts';

export interface GaugeTextsProps {
  readonly shape: GaugeShape;
  readonly value: DisplayValue;
  /** The longest texts of all gauges beside each other: theirs are as large. */
  readonly longest: DisplayValueAlignmentFactors;
  readonly showValue: boolean;
  /** Absent: no name. */
  readonly name: string | undefined;
  readonly sizes: VizTextDisplayOptions;
  readonly theme: GrafanaTheme2;
}

/** The value in the middle of a gauge, and below it what it is called. */
export function GaugeTexts(props: GaugeTextsProps) {
  const { shape, value, showValue, name, theme } = props;
  const { centerX } = shape;
  const { valueSize, nameSize } = textSizes(props);
  const unitSize = valueSize * (value.suffix === '%' ? 0.8 : 0.7);
  // The line that both are on, as one block that is a bit above the middle of an open gauge.
  const middle = shape.centerY - (shape.sweep.length < 360 ? valueSize * 0.1 : 0);
  const valueY = name === undefined ? shape.centerY : middle - nameSize * 0.55;
  const nameY = showValue ? valueY + valueSize * 0.5 + nameSize * 0.55 : shape.centerY;
  return (
    <g textAnchor="middle" dominantBaseline="central">
      {showValue && (
        <text x={centerX} y={valueY} fontSize={valueSize} fill={theme.colors.text.primary}>
          <tspan fontSize={unitSize}>{value.prefix ?? ''}</tspan>
          <tspan>{value.text}</tspan>
          <tspan fontSize={unitSize}>{value.suffix ?? ''}</tspan>
        </text>
      )}
      {name !== undefined && (
        <text x={centerX} y={nameY} fontSize={nameSize} fill={theme.colors.text.secondary}>
          {name}
        </text>
      )}
    </g>
  );
}

/** Pixels; 0 of what is not shown. */
function textSizes({ shape, value, longest, showValue, name, sizes }: GaugeTextsProps) {
  const inside = Math.max((shape.radius - shape.barWidth / 2) * 2, 1);
  const text = formattedValueToString({ ...value, ...longest });
  const valueSize = showValue
    ? (sizes.valueSize ?? calculateFontSize(text, inside * 0.8, inside * 0.35, 1, inside * 0.3))
    : 0;
  if (name === undefined) return { valueSize, nameSize: 0 };
  const most = showValue ? Math.max(valueSize * 0.5, 10) : inside * 0.2;
  const fitting = calculateFontSize(longest.title || name, inside * 0.75, inside * 0.2, 1, most);
  return { valueSize, nameSize: sizes.titleSize ?? fitting };
}
