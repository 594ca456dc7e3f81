import { getTextColorForBackground } from '@grafana/ui';

import type { Slice } from './pie-slices.ts';

interface PieProps {
  readonly slices: readonly Slice[];
  readonly donut: boolean;
  /** Of `name`, `value`, `percent`. */
  readonly labels: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** A narrower slice has no room for words. */
const LEAST_LABELLED = 0.04;

export function Pie({ slices, donut, labels, width, height }: PieProps) {
  const outer = Math.max(Math.min(width, height) / 2 - 10, 1);
  const inner = donut ? outer * 0.75 : 0;
  // Between the rims of a donut there is no room either: its labels are beside the hole's.
  const labelled = donut ? (inner + outer) / 2 : outer * 0.72;
  return (
    <svg width={width} height={height} style={{ display: 'block' }}>
      <g transform={`translate(${width / 2} ${height / 2})`}>
        {slices.map(({ color, from, to }, index) => (
          <path key={index} d={slicePath(from, to, inner, outer)} fill={color} />
        ))}
        {labels.length > 0 &&
          slices
            .filter(({ from, to }) => to - from >= LEAST_LABELLED)
            .map((slice, index) => (
              <Label
                key={index}
                slice={slice}
                labels={labels}
                radius={labelled}
                size={outer * 0.12}
              />
            ))}
      </g>
    </svg>
  );
}

interface LabelProps {
  readonly slice: Slice;
  readonly labels: readonly string[];
  readonly radius: number;
  readonly size: number;
}

function Label({ slice, labels, radius, size }: LabelProps) {
  const [x, y] = pointAt((slice.from + slice.to) / 2, radius);
  const lines = [
    ...(labels.includes('name') ? [slice.name] : []),
    ...(labels.includes('value') ? [slice.text] : []),
    ...(labels.includes('percent') ? [slice.percent] : []),
  ];
  const fontSize = Math.min(Math.max(size, 8), 14);
  return (
    <text
      fontSize={fontSize}
      fontWeight={500}
      textAnchor="middle"
      fill={getTextColorForBackground(slice.color)}
      y={y - ((lines.length - 1) * fontSize) / 2}
      dominantBaseline="central"
    >
      {lines.map((line, index) => (
        <tspan key={index} x={x} dy={index === 0 ? 0 : fontSize * 1.1}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Clockwise from the top; the whole is drawn as two halves, since an arc cannot end where it begins. */
function slicePath(from: number, to: number, inner: number, outer: number): string {
  if (to - from > 0.9999) {
    return `${slicePath(0, 0.5, inner, outer)} ${slicePath(0.5, 1 - 1e-9, inner, outer)}`;
  }
  const large = to - from > 0.5 ? 1 : 0;
  const [x1, y1] = pointAt(from, outer);
  const [x2, y2] = pointAt(to, outer);
  const [x3, y3] = pointAt(to, inner);
  const [x4, y4] = pointAt(from, inner);
  return `M ${x1} ${y1} A ${outer} ${outer} 0 ${large} 1 ${x2} ${y2} L ${x3} ${y3} A ${inner} ${inner} 0 ${large} 0 ${x4} ${y4} Z`;
}

function pointAt(share: number, radius: number): readonly [x: number, y: number] {
  const angle = share * 2 * Math.PI;
  return [radius * Math.sin(angle), -radius * Math.cos(angle)];
}
