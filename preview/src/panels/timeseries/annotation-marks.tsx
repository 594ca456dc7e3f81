import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Tooltip, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type uPlot from 'uplot';

import type { PanelAnnotation } from '../panel-props.ts';

interface AnnotationMarksProps {
  readonly annotations: readonly PanelAnnotation[];
  readonly config: UPlotConfigBuilder;
  readonly theme: GrafanaTheme2;
}

interface Mark {
  readonly left: number;
  readonly annotation: PanelAnnotation;
  readonly color: string;
}

/** A dashed line through the plot for each annotation, a band where it lasts, and below it what it says. */
export function AnnotationMarks({ annotations, config, theme }: AnnotationMarksProps) {
  const [plot, setPlot] = useState<uPlot>();
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const latest = useRef(annotations);
  latest.current = annotations;

  useLayoutEffect(() => {
    config.addHook('init', setPlot);
    config.addHook('draw', (u) => {
      const inside = latest.current.flatMap((annotation): Mark[] => {
        const color = theme.visualization.getColorByName(annotation.color || 'red');
        drawOne(u, annotation, color);
        const left = Math.round(u.valToPos(annotation.time, 'x'));
        return left < 0 || left > u.over.clientWidth ? [] : [{ left, annotation, color }];
      });
      setMarks((before) =>
        before.length === inside.length &&
        before.every(
          ({ left, annotation }, index) =>
            left === inside[index]?.left && annotation === inside[index].annotation,
        )
          ? before
          : inside,
      );
    });
  }, [config, theme]);

  useLayoutEffect(() => plot?.redraw(false), [plot, annotations]);

  if (plot === undefined || annotations.length === 0) return null;
  return createPortal(
    marks.map(({ left, annotation, color }, index) => (
      <Tooltip key={index} content={<Words annotation={annotation} />}>
        <div
          style={{
            position: 'absolute',
            left: left - 5,
            top: '100%',
            borderLeft: '5px solid transparent',
            borderRight: '5px solid transparent',
            borderBottom: `5px solid ${color}`,
          }}
        />
      </Tooltip>
    )),
    plot.over,
  );
}

function drawOne(u: uPlot, { time, timeEnd }: PanelAnnotation, color: string): void {
  const { left, top, width, height } = u.bbox;
  const { ctx } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  const x = Math.round(u.valToPos(time, 'x', true));
  ctx.strokeStyle = color;
  ctx.lineWidth = 2;
  ctx.setLineDash([5, 5]);
  for (const at of timeEnd === undefined ? [x] : [x, Math.round(u.valToPos(timeEnd, 'x', true))]) {
    ctx.beginPath();
    ctx.moveTo(at, top);
    ctx.lineTo(at, top + height);
    ctx.stroke();
  }
  if (timeEnd !== undefined) {
    ctx.globalAlpha = 0.1;
    ctx.fillStyle = color;
    ctx.fillRect(x, top, Math.round(u.valToPos(timeEnd, 'x', true)) - x, height);
  }
  ctx.restore();
}

function Words({
  annotation: { name, time, timeEnd, title, text, tags },
}: {
  readonly annotation: PanelAnnotation;
}) {
  const times = [time, ...(timeEnd === undefined ? [] : [timeEnd])];
  return (
    <>
      <div>{times.map((at) => dateTimeFormat(at, { timeZone: 'utc' })).join(' – ')}</div>
      <strong>{title || name}</strong>
      {text !== '' && <div>{text}</div>}
      {tags.length > 0 && <div>{tags.join(', ')}</div>}
    </>
  );
}
