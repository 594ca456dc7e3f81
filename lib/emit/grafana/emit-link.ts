import {
  type DashboardLink as SdkLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';

import type { DashboardLink, PanelLink } from '../../model/index.ts';
import { canonical, type JsonObject } from './canonical.ts';
import { LINK } from './defaults.ts';

/** A link above the dashboard. */
export function emitDashboardLink(link: DashboardLink): JsonObject {
  const builder = new DashboardLinkBuilder(link.title)
    .keepTime(link.keepTime)
    .includeVars(link.keepVariables)
    .targetBlank(link.newTab)
    .tooltip(link.tooltip ?? '');
  switch (link.to.kind) {
    case 'dashboard':
      builder
        .type(DashboardLinkType.Link)
        .icon(link.icon ?? 'dashboard')
        .url(`/d/${link.to.uid}`);
      break;
    case 'url':
      builder
        .type(DashboardLinkType.Link)
        .icon(link.icon ?? 'external link')
        .url(link.to.url);
      break;
    case 'tags':
      builder
        .type(DashboardLinkType.Dashboards)
        .tags([...link.to.tags])
        .asDropdown(link.dropdown ?? true);
  }
  return minimal(builder.build());
}

/** A link in a panel's corner or on a value, which has no type. */
export function emitPanelLink({ title, url, newTab = false }: PanelLink): JsonObject {
  const link = new DashboardLinkBuilder(title).url(url).targetBlank(newTab).build();
  return canonical({ ...link, type: undefined }, LINK);
}

function minimal(link: SdkLink): JsonObject {
  return canonical(link, LINK);
}
