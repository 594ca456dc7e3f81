import { measureText } from '@grafana/ui';

import { numberOf, recordOf, textOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { type Box, drawBar, type Pen } from '../plot/index.ts';
import type { Bar, Bars } from './bars.ts';

const TEXT_SIZE = 12;

/** @param upwards columns; else bars to the right */
export function drawBars(
  pen: Pen,
  bars: Bars,
  { options, theme }: PanelProps,
  upwards: boolean,
): void {
  const group = clamp(numberOf(options['groupWidth']) ?? 0.7);
  const wide = clamp(numberOf(options['barWidth']) ?? 0.97);
  const side = bars.stacking === 'none' ? group / Math.max(bars.series.length, 1) : group;
  const showValue = textOf(options['showValue']) || 'auto';
  const size = numberOf(recordOf(options['text'])['valueSize']) ?? TEXT_SIZE;
  for (const [index, { field, bars: own }] of bars.series.entries()) {
    const shift = bars.stacking === 'none' ? index * side : 0;
    for (const bar of own) {
      const start = bar.category + (1 - group) / 2 + shift + (side * (1 - wide)) / 2;
      const box = boxOf(pen, bar, start, start + side * wide, upwards);
      drawBar(pen, box, bar.color, field, upwards);
      if (showValue === 'never') continue;
      drawValue(
        pen,
        bar,
        box,
        { size, upwards, always: showValue === 'always', stacked: bars.stacking !== 'none' },
        theme.colors.text.primary,
      );
    }
  }
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

function boxOf(
  { x, y }: Pen,
  { from, to }: Bar,
  start: number,
  end: number,
  upwards: boolean,
): Box {
  const [x1, x2] = upwards ? [x(start), x(end)] : [x(from), x(to)];
  const [y1, y2] = upwards ? [y(from), y(to)] : [y(start), y(end)];
  const left = Math.round(Math.min(x1, x2));
  const top = Math.round(Math.min(y1, y2));
  const right = Math.round(Math.max(x1, x2));
  return { left, top, width: right - left, height: Math.round(Math.max(y1, y2)) - top };
}

interface ValueStyle {
  readonly size: number;
  readonly upwards: boolean;
  readonly always: boolean;
  readonly stacked: boolean;
}

/** At the end of the bar; in the middle of a part of a stack. */
function drawValue(
  { canvas, ratio, font }: Pen,
  { text, from, to }: Bar,
  box: Box,
  { size, upwards, always, stacked }: ValueStyle,
  color: string,
): void {
  const width = measureText(text, size).width * ratio;
  const room = upwards ? box.width : box.height;
  const inside = !stacked || (upwards ? box.height >= size * ratio : box.width >= width);
  if (!always && ((upwards ? width : size * ratio) > room || !inside)) return;
  canvas.font = font(size);
  canvas.fillStyle = color;
  canvas.textBaseline = 'middle';
  canvas.textAlign = upwards || stacked ? 'center' : to < from ? 'right' : 'left';
  const gap = 4 * ratio;
  const middleX = box.left + box.width / 2;
  const middleY = box.top + box.height / 2;
  if (stacked) canvas.fillText(text, middleX, middleY);
  else if (upwards) {
    const beyond = gap + (size * ratio) / 2;
    canvas.fillText(text, middleX, to < from ? box.top + box.height + beyond : box.top - beyond);
  } else canvas.fillText(text, to < from ? box.left - gap : box.left + box.width + gap, middleY);
}
