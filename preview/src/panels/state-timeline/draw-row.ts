import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { measureText } from '@grafana/ui';

import type { Pen } from '../plot/index.ts';
import type { StateRow } from './state-rows.ts';

export interface RowLook {
  /** Of the axis: each row has 1. */
  readonly rowHeight: number;
  /** `auto`: where there is room for it. */
  readonly showValue: string;
  readonly align: 'left' | 'center' | 'right';
  readonly theme: GrafanaTheme2;
}

const TEXT_SIZE = 12;
const TEXT_PADDING = 4;

/** @param top of the axis */
export function drawRow(
  pen: Pen,
  { spans, fill, lineWidth }: StateRow,
  top: number,
  { rowHeight, showValue, align, theme }: RowLook,
): void {
  const { canvas, x, y, ratio } = pen;
  for (const span of spans) {
    const left = Math.round(x(span.from));
    const width = Math.max(Math.round(x(span.to)) - left, ratio);
    const above = Math.round(y(top));
    const height = Math.max(Math.round(y(top + rowHeight)) - above, ratio);
    const color = colorManipulator.alpha(span.color, fill);
    canvas.fillStyle = color;
    canvas.fillRect(left, above, width, height);
    if (lineWidth > 0) {
      const line = lineWidth * ratio;
      canvas.strokeStyle = span.color;
      canvas.lineWidth = line;
      canvas.strokeRect(left + line / 2, above + line / 2, width - line, height - line);
    }
    const fits =
      measureText(span.text, TEXT_SIZE).width + 2 * TEXT_PADDING <= width / ratio &&
      height / ratio >= TEXT_SIZE;
    if (showValue === 'always' || (showValue === 'auto' && fits)) {
      canvas.fillStyle = textColor(color, theme);
      drawText(pen, span.text, align, { left, above, width, height });
    }
  }
}

/** White, as long as it can be read. */
function textColor(behind: string, theme: GrafanaTheme2): string {
  const contrast = colorManipulator.getContrastRatio(
    '#ffffff',
    behind,
    theme.colors.background.primary,
  );
  return contrast >= 3 ? '#ffffff' : '#202226';
}

interface Box {
  readonly left: number;
  readonly above: number;
  readonly width: number;
  readonly height: number;
}

function drawText({ canvas, ratio, font }: Pen, text: string, align: RowLook['align'], box: Box) {
  canvas.font = font(TEXT_SIZE);
  canvas.textBaseline = 'middle';
  canvas.textAlign = align;
  const padding = TEXT_PADDING * ratio;
  const x =
    align === 'left'
      ? box.left + padding
      : align === 'right'
        ? box.left + box.width - padding
        : box.left + box.width / 2;
  canvas.fillText(text, x, box.above + box.height / 2);
}
