import { css } from '@emotion/css';
import { DashboardCursorSync, EventBusSrv } from '@grafana/data';
import { PanelContextProvider } from '@grafana/ui';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';

import type { PreviewAlert } from '../../../../lib/preview/protocol.ts';
import type { DashboardJson, PanelJson } from '../../dashboard/index.ts';
import { boxOf, type Layout, layoutOf, pixelsOf } from '../../grid/index.ts';
import { PanelView } from '../panel/index.ts';
import { choicesOf } from './choices.ts';
import type { DashboardContext } from './dashboard-context.ts';
import { RowLine } from './row-line.tsx';

interface PanelGridProps {
  readonly dashboard: DashboardJson;
  readonly context: DashboardContext;
  readonly alerts: readonly PreviewAlert[];
  readonly viewPanel: number | undefined;
  readonly expandRows: boolean;
  /** Called after each drawing: all panels have their place. */
  readonly onLaidOut: () => void;
}

/** Rows and panels at their places. Rows that somebody closed or opened stay so. */
export function PanelGrid(props: PanelGridProps) {
  const { dashboard, context, alerts, viewPanel, expandRows, onLaidOut } = props;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const layout = useMemo(() => {
    const choices = choicesOf(context.variables);
    const isCollapsed = (key: string, row: PanelJson) =>
      toggled.get(key) ?? (row.collapsed && !expandRows);
    if (viewPanel === undefined) return layoutOf(dashboard.panels, choices, isCollapsed);
    return layoutOf(alone(dashboard.panels, viewPanel), choices, isCollapsed);
  }, [dashboard.panels, context.variables, viewPanel, toggled, expandRows]);

  useLayoutEffect(() => {
    if (width > 0) onLaidOut();
  });

  const panelContext = useMemo(
    () => ({
      eventsScope: 'dashboard',
      eventBus: new EventBusSrv(),
      sync: () => SYNC[dashboard.graphTooltip] ?? DashboardCursorSync.Off,
    }),
    [dashboard.graphTooltip],
  );

  return (
    <div ref={element} className={grid} style={{ height: pixelsOf(layout.height) }}>
      {width > 0 && (
        <PanelContextProvider value={panelContext}>
          <Items
            {...{ layout, width, context, alerts }}
            onToggle={(key, collapsed) => setToggled(new Map([...toggled, [key, collapsed]]))}
          />
        </PanelContextProvider>
      )}
    </div>
  );
}

/** What `graphTooltip` says: which of crosshair and tooltip panels share. */
const SYNC = [DashboardCursorSync.Off, DashboardCursorSync.Crosshair, DashboardCursorSync.Tooltip];

interface ItemsProps {
  readonly layout: Layout;
  readonly width: number;
  readonly context: DashboardContext;
  readonly alerts: readonly PreviewAlert[];
  readonly onToggle: (key: string, collapsed: boolean) => void;
}

function Items({ layout, width, context, alerts, onToggle }: ItemsProps) {
  const open = new Set(layout.items.flatMap(({ item }) => (item.isRow ? [] : [item.key])));
  return layout.items.map(({ item, at }, index) => {
    const box = boxOf(at, width);
    if (!item.isRow) {
      const own = alerts.filter(
        ({ uid, panel }) => uid === context.view.uid && panel === item.panel.id,
      );
      return <PanelView key={item.key} drawing={item} box={box} dashboard={context} alerts={own} />;
    }
    const next = layout.items[index + 1]?.item;
    const isCollapsed = item.count > 0 && (next === undefined || next.isRow || !open.has(next.key));
    return (
      <RowLine
        key={item.key}
        item={item}
        box={box}
        isCollapsed={isCollapsed}
        variables={context.variables}
        onToggle={() => onToggle(item.key, !isCollapsed)}
      />
    );
  });
}

/** A panel over the whole width, whatever row it is in. */
function alone(panels: readonly PanelJson[], id: number): readonly PanelJson[] {
  const found = [...panels, ...panels.flatMap((panel) => panel.panels)].find(
    (panel) => panel.id === id && panel.type !== 'row',
  );
  if (found === undefined) return [];
  const gridPos = { x: 0, y: 0, w: 24, h: Math.max(found.gridPos.h, 12) };
  return [{ ...found, gridPos, repeat: '' }];
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const measured = element.current;
    // Chromium makes the window one pixel wide for a moment while it takes a picture: that is no width to draw for.
    const measure = () => setWidth((before) => measured.clientWidth || before);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

const grid = css({ position: 'relative' });
