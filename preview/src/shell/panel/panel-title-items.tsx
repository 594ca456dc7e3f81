import type { InterpolateFunction } from '@grafana/data';
import { Dropdown, Icon, Menu, PanelChrome, Tooltip } from '@grafana/ui';

import type { PreviewAlert } from '../../../../lib/preview/protocol.ts';
import { goTo } from '../../address/index.ts';
import type { LinkJson, PanelJson } from '../../dashboard/index.ts';
import { isOutside, safeHref } from '../../links/index.ts';
import { linkAddress } from '../bar/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';

interface PanelTitleItemsProps {
  readonly panel: PanelJson;
  readonly replace: InterpolateFunction;
  readonly dashboard: DashboardContext;
  readonly alerts: readonly PreviewAlert[];
  readonly warnings: readonly string[];
}

/** Beside a panel's title: links, its own time, warnings, a heart where an alert is not quiet. */
export function PanelTitleItems(props: PanelTitleItemsProps) {
  const { panel, replace, dashboard, alerts, warnings } = props;
  const firing = alerts.filter(({ state }) => state !== 'inactive');
  const times = panel.hideTimeOverride ? [] : timesOf(panel);
  return (
    <>
      {panel.links.length > 0 && (
        <PanelLinks links={panel.links} replace={replace} dashboard={dashboard} />
      )}
      {warnings.length > 0 && (
        <Tooltip content={warnings.join('\n')}>
          <PanelChrome.TitleItem>
            <Icon name="exclamation-triangle" />
          </PanelChrome.TitleItem>
        </Tooltip>
      )}
      {times.length > 0 && (
        <PanelChrome.TitleItem>
          <Icon name="clock-nine" size="sm" />
          <span style={{ paddingLeft: 4 }}>{times.join(' ')}</span>
        </PanelChrome.TitleItem>
      )}
      {firing.length > 0 && (
        <Tooltip content={firing.map(({ name, state }) => `${name}: ${state}`).join('\n')}>
          <PanelChrome.TitleItem>
            <span style={{ color: heartColor(firing) }}>
              <Icon name="heart-break" />
            </span>
          </PanelChrome.TitleItem>
        </Tooltip>
      )}
    </>
  );
}

function heartColor(alerts: readonly PreviewAlert[]): string {
  return alerts.some(({ state }) => state === 'firing') ? '#f2495c' : '#ff9830';
}

function timesOf({ timeFrom, timeShift }: PanelJson): readonly string[] {
  return [
    ...(timeFrom === '' ? [] : [`Last ${timeFrom.replace(/^now-/, '')}`]),
    ...(timeShift === '' ? [] : [`timeshift -${timeShift}`]),
  ];
}

interface PanelLinksProps {
  readonly links: readonly LinkJson[];
  readonly replace: InterpolateFunction;
  readonly dashboard: DashboardContext;
}

function PanelLinks({ links, replace, dashboard }: PanelLinksProps) {
  const items = links.flatMap((link, index) => {
    const href = safeHref(linkAddress(replace(link.url), link, dashboard));
    if (href === undefined) return [];
    const isBeside = link.targetBlank || isOutside(href);
    return [
      <Menu.Item
        key={index}
        label={replace(link.title) || href}
        icon={isBeside ? 'external-link-alt' : 'link'}
        url={href}
        target={isBeside ? '_blank' : '_self'}
        onClick={(event) => {
          if (isBeside || event === undefined) return;
          event.preventDefault();
          goTo(href);
        }}
      />,
    ];
  });
  return (
    <Dropdown overlay={<Menu>{items}</Menu>} placement="bottom">
      <PanelChrome.TitleItem>
        <Icon name="external-link-alt" size="md" />
      </PanelChrome.TitleItem>
    </Dropdown>
  );
}
