import { Pagination, VizLayout } from '@grafana/ui';
import { useMemo, useState } from 'react';

import { numberOf } from '../../json.ts';
import type { PanelProps } from '../panel-props.ts';
import { CanvasPlot, panelLegend } from '../plot/index.ts';
import { stateLegend } from './state-legend.ts';
import type { StateRow } from './state-rows.ts';
import { timelinePlot, type TimelineStyle } from './timeline-plot.ts';

interface TimelinePanelProps {
  readonly panel: PanelProps;
  readonly rows: readonly StateRow[];
  /** Another object is drawn anew. */
  readonly style: TimelineStyle;
}

const PAGES_HEIGHT = 40;

/** Rows of states over time, a page of them at once. */
export function TimelinePanel({ panel, rows, style }: TimelinePanelProps) {
  const { options, width, height, theme } = panel;
  const [page, setPage] = useState(1);
  const perPage = numberOf(options['perPage']) ?? 20;
  const pages = perPage >= 1 ? Math.ceil(rows.length / perPage) : 1;
  const shown = Math.min(page, pages);
  const plot = useMemo(() => {
    const first = (shown - 1) * perPage;
    return timelinePlot(panel, pages > 1 ? rows.slice(first, first + perPage) : rows, style);
  }, [panel, rows, style, shown, perPage, pages]);
  return (
    <>
      <VizLayout
        width={width}
        height={height - (pages > 1 ? PAGES_HEIGHT : 0)}
        legend={panelLegend(panel, stateLegend(rows))}
      >
        {(width, height) => <CanvasPlot plot={plot} width={width} height={height} theme={theme} />}
      </VizLayout>
      {pages > 1 && (
        <div style={{ height: PAGES_HEIGHT, paddingTop: 8 }}>
          <Pagination currentPage={shown} numberOfPages={pages} onNavigate={setPage} />
        </div>
      )}
    </>
  );
}
