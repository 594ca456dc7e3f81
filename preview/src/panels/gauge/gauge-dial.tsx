import { measureText } from '@grafana/ui';

import type { GaugeScale } from './gauge-scale.ts';
import { angleOf, arcPath, pointAt } from './gauge-shape.ts';
import { GaugeTexts, type GaugeTextsProps } from './gauge-texts.tsx';

interface GaugeDialProps extends GaugeTextsProps {
  readonly scale: GaugeScale;
  readonly width: number;
  readonly height: number;
}

/** One gauge: the bar on its track, the band of thresholds around it, and in the middle what it says. */
export function GaugeDial({ scale, width, height, ...texts }: GaugeDialProps) {
  const { shape, value, theme } = texts;
  const { sweep, radius, barWidth, bandRadius, bandWidth, labelSize } = shape;
  const arc = (at: number, from: number, to: number) =>
    arcPath(shape, at, angleOf(sweep, from), angleOf(sweep, to));
  const share = scale.shareOf(value.numeric);
  return (
    <svg width={width} height={height} style={{ display: 'block', overflow: 'visible' }}>
      <g fill="none" strokeWidth={barWidth}>
        <path d={arc(radius, 0, 1)} stroke={theme.colors.action.hover} />
        {share > 0 && (
          <path d={arc(radius, 0, share)} stroke={value.color ?? theme.colors.primary.main} />
        )}
      </g>
      {bandWidth > 0 && (
        <g fill="none" strokeWidth={bandWidth}>
          {scale.band.map(({ from, to, color }) => (
            <path key={from} d={arc(bandRadius, from, to)} stroke={color} />
          ))}
        </g>
      )}
      {labelSize > 0 && <ScaleLabels shape={shape} scale={scale} theme={theme} width={width} />}
      <GaugeTexts {...texts} />
    </svg>
  );
}

type ScaleLabelsProps = Pick<GaugeDialProps, 'shape' | 'scale' | 'theme' | 'width'>;

/** Along the arc; those of the ends beside them, as far as there is room. */
function ScaleLabels({ shape, scale, theme, width }: ScaleLabelsProps) {
  const { labelSize, labelRadius, sweep } = shape;
  return (
    <g fontSize={labelSize} fill={theme.colors.text.primary} dominantBaseline="middle">
      {scale.labels.map(({ share, text }) => {
        const angle = angleOf(sweep, share);
        const [x, y] = pointAt(shape, labelRadius, angle);
        const half = measureText(text, labelSize).width / 2;
        const isEnd = share === 0 || share === 1;
        const inside = isEnd ? Math.min(Math.max(x, half), width - half) : x;
        const turn = isEnd ? 0 : angle > 180 ? angle - 360 : angle;
        return (
          <text
            key={share}
            x={inside}
            y={isEnd ? y + labelSize * 0.8 : y}
            textAnchor="middle"
            transform={`rotate(${turn} ${x} ${y})`}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}
