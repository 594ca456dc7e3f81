import { css } from '@emotion/css';
import { LoadingState } from '@grafana/data';
import { PanelChrome, useTheme2 } from '@grafana/ui';
import { useLayoutEffect, useMemo, useRef } from 'react';

import type { PreviewAlert } from '../../../../lib/preview/protocol.ts';
import { forgetPanel, reportPanel } from '../../control/index.ts';
import type { Box, Drawing } from '../../grid/index.ts';
import { panelKind } from '../../panels/index.ts';
import { replacerOf, textSourceOf } from '../../text/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';
import { PanelBody } from './panel-body.tsx';
import { panelDescription } from './panel-description.ts';
import { PanelMenu } from './panel-menu.tsx';
import { PanelTitleItems } from './panel-title-items.tsx';
import { usePanelData } from './use-panel-data.ts';
import { useSeen } from './use-seen.ts';

export interface PanelViewProps {
  readonly drawing: Drawing;
  readonly box: Box;
  readonly dashboard: DashboardContext;
  /** That it is drawn for, where there are any. */
  readonly alerts: readonly PreviewAlert[];
}

/** A panel in its frame. It asks for its data when it comes to be seen. */
export function PanelView({ drawing, box, dashboard, alerts }: PanelViewProps) {
  const { key, panel, scoped } = drawing;
  const theme = useTheme2();
  const element = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(element, dashboard.drawsAll);
  const kind = panelKind(panel.type);
  const texts = useMemo(
    () => textSourceOf(dashboard.variables, scoped),
    [dashboard.variables, scoped],
  );
  const asksFor = kind?.needsData === true && panel.hasQueries && isSeen;
  const { data, error, isFresh } = usePanelData(
    panel,
    asksFor
      ? {
          ...dashboard.view,
          panel: panel.id,
          maxDataPoints: panel.maxDataPoints ?? Math.max(1, Math.ceil(box.width)),
          ...(Object.keys(scoped).length > 0 && { scoped }),
        }
      : undefined,
    dashboard.version,
    texts,
  );
  const source = data?.source ?? texts;
  const replace = useMemo(() => replacerOf(source), [source]);
  const isSettled = isSeen && (isFresh || !asksFor);
  const title = replace(panel.title);

  // A panel has its place before it has drawn: programs wait for it from here on.
  useLayoutEffect(() => {
    if (element.current !== null && !isSettled) reportPanel(key, element.current, undefined);
  }, [key, isSettled]);
  useLayoutEffect(() => () => forgetPanel(key), [key]);

  const problems = [
    ...(error === undefined ? [] : [error]),
    ...(data?.answer.queries.flatMap((query) => query.error ?? []) ?? []),
    ...(data?.unknownTransformations.map((id) => `Transformation not previewed: ${id}`) ?? []),
  ];
  return (
    <div
      ref={element}
      className={place}
      style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      data-panel={panel.id}
    >
      <PanelChrome
        width={box.width}
        height={box.height}
        title={title}
        hoverHeader={title === ''}
        padding={kind?.padding ?? 'md'}
        displayMode={panel.transparent ? 'transparent' : 'default'}
        loadingState={isSettled || !isSeen ? LoadingState.Done : LoadingState.Loading}
        {...(panel.description !== '' && {
          description: () => panelDescription(replace(panel.description)),
        })}
        {...(problems.length > 0 && { statusMessage: problems.join('\n') })}
        titleItems={
          <PanelTitleItems
            panel={panel}
            replace={replace}
            dashboard={dashboard}
            alerts={alerts}
            warnings={data?.answer.queries.flatMap(({ warnings }) => warnings) ?? []}
          />
        }
        {...(!dashboard.isKiosk && { menu: <PanelMenu panel={panel} data={data} /> })}
      >
        {(width, height) =>
          isSettled || data !== undefined ? (
            <PanelBody
              drawing={drawing}
              kind={kind}
              title={title}
              data={data}
              error={isSettled ? problems[0] : undefined}
              replace={replace}
              theme={theme}
              width={width}
              height={height}
              dashboard={dashboard}
              onDrawn={(report) => {
                if (element.current !== null && isSettled)
                  reportPanel(key, element.current, report);
              }}
            />
          ) : null
        }
      </PanelChrome>
    </div>
  );
}

const place = css({ position: 'absolute' });
