import { type Draft, draftsOf, panelsOf } from '../draft.ts';

/** Links of panels named a dashboard, or its address, before version 19; now they have an address only. */
export function panelLinks(dashboard: Draft): void {
  for (const panel of panelsOf(dashboard)) {
    if (!Array.isArray(panel.links)) continue;
    panel.links = draftsOf(panel.links).map((link) => ({
      title: link.title,
      url: urlOf(link),
      targetBlank: link.targetBlank,
    }));
  }
}

function urlOf(link: Draft): string {
  const { dashboard, dashUri } = link;
  const target = textOr(
    link.url,
    typeof dashboard === 'string' && dashboard !== ''
      ? `dashboard/db/${slug(dashboard)}`
      : typeof dashUri === 'string' && dashUri !== ''
        ? `dashboard/${dashUri}`
        : '/',
  );
  const query = [
    ...(link.keepTime ? ['$__url_time_range'] : []),
    ...(link.includeVars ? ['$__all_variables'] : []),
    ...(typeof link.params === 'string' && link.params !== '' ? [link.params] : []),
  ];
  return query.reduce((url, part) => `${url}${url.includes('?') ? '&' : '?'}${part}`, target);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w ]+/g, '')
    .replace(/ +/g, '-');
}
