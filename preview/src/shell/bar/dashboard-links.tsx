import type { IconName, InterpolateFunction } from '@grafana/data';
import { Dropdown, Menu, ToolbarButton, Tooltip } from '@grafana/ui';

import type { PreviewState } from '../../../../lib/preview/protocol.ts';
import { goTo } from '../../address/index.ts';
import type { DashboardJson, LinkJson } from '../../dashboard/index.ts';
import { SafeLink } from '../../links/index.ts';
import type { DashboardContext } from '../dashboard/dashboard-context.ts';
import { linkAddress } from './link-address.ts';

interface DashboardLinksProps {
  readonly dashboard: DashboardJson;
  readonly context: DashboardContext;
  readonly state: PreviewState;
  readonly replace: InterpolateFunction;
}

/** What Grafana calls the icons of links. */
const ICONS: Readonly<Record<string, IconName>> = {
  'external link': 'external-link-alt',
  bolt: 'bolt',
  cloud: 'cloud',
  dashboard: 'apps',
  doc: 'file-alt',
  info: 'info-circle',
  question: 'question-circle',
};

/** Links of the dashboard: to an address, or to the dashboards that have all of its tags. */
export function DashboardLinks({ dashboard, context, state, replace }: DashboardLinksProps) {
  return dashboard.links.map((link, index) => {
    if (link.type === 'link') {
      const href = linkAddress(replace(link.url), link, context);
      return <OneLink key={index} link={link} href={href} title={replace(link.title)} />;
    }
    const targets = tagged(state, link, dashboard.uid).map(({ uid, title }) => ({
      href: linkAddress(`/d/${encodeURIComponent(uid)}`, link, context),
      title,
    }));
    if (!link.asDropdown)
      return targets.map(({ href, title }) => (
        <OneLink key={`${index} ${href}`} link={link} href={href} title={title} />
      ));
    const menu = (
      <Menu>
        {targets.map(({ href, title }) => (
          <Menu.Item key={href} label={title} onClick={() => goTo(href)} />
        ))}
      </Menu>
    );
    return (
      <Dropdown key={index} overlay={menu}>
        <ToolbarButton icon="bars" variant="canvas">
          {replace(link.title)}
        </ToolbarButton>
      </Dropdown>
    );
  });
}

function tagged({ systems }: PreviewState, link: LinkJson, uid: string) {
  return systems
    .flatMap(({ dashboards }) => dashboards)
    .filter((other) => other.uid !== uid && link.tags.every((tag) => other.tags.includes(tag)));
}

function OneLink({
  link,
  href,
  title,
}: {
  readonly link: LinkJson;
  readonly href: string;
  readonly title: string;
}) {
  const icon = link.type === 'dashboards' ? 'apps' : ICONS[link.icon];
  const button = (
    <ToolbarButton variant="canvas" tabIndex={-1} icon={icon}>
      {title || href}
    </ToolbarButton>
  );
  return (
    <SafeLink href={href} isNewTab={link.targetBlank}>
      {link.tooltip === '' ? button : <Tooltip content={link.tooltip}>{button}</Tooltip>}
    </SafeLink>
  );
}
