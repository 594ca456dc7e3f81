/** What the page shows: all of it is in its address, so it can be sent to somebody and survives a reload. */
export interface Address {
  readonly page: Page;
  readonly theme: 'dark' | 'light';
  readonly scenario: string | undefined;
  /** Absent: what the dashboard says. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Chosen values by variable: `var-x=a&var-x=b`. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly kiosk: boolean;
  readonly viewPanel: number | undefined;
  /** Auto refresh, as Grafana writes it; absent: what the dashboard says. */
  readonly refresh: string | undefined;
}

export type Page =
  | { readonly kind: 'list' }
  | { readonly kind: 'dashboard'; readonly uid: string }
  | { readonly kind: 'alerts'; readonly system: string };

/** @param url path and query, as links have it */
export function readAddress(url: string): Address {
  const { pathname, searchParams } = new URL(url, 'http://page');
  const viewPanel = /(\d+)$/.exec(searchParams.get('viewPanel') ?? '')?.[1];
  const chosen: Record<string, readonly string[]> = {};
  for (const key of searchParams.keys()) {
    if (key.startsWith('var-')) chosen[key.slice('var-'.length)] = searchParams.getAll(key);
  }
  return {
    page: readPage(pathname),
    theme: searchParams.get('theme') === 'light' ? 'light' : 'dark',
    scenario: searchParams.get('scenario') || undefined,
    from: searchParams.get('from') || undefined,
    to: searchParams.get('to') || undefined,
    chosen,
    kiosk: searchParams.has('kiosk'),
    viewPanel: viewPanel === undefined ? undefined : Number(viewPanel),
    refresh: searchParams.get('refresh') ?? undefined,
  };
}

function readPage(path: string): Page {
  const [, kind, name] = path.split('/');
  if (name === undefined || name === '') return { kind: 'list' };
  if (kind === 'd') return { kind: 'dashboard', uid: decoded(name) };
  return kind === 'alerts' ? { kind: 'alerts', system: decoded(name) } : { kind: 'list' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Path and query; the inverse of `readAddress`, without what goes without saying. */
export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.scenario !== undefined) query.set('scenario', address.scenario);
  if (address.from !== undefined) query.set('from', address.from);
  if (address.to !== undefined) query.set('to', address.to);
  for (const [name, values] of Object.entries(address.chosen)) {
    for (const value of values) query.append(`var-${name}`, value);
  }
  if (address.refresh !== undefined) query.set('refresh', address.refresh);
  if (address.theme === 'light') query.set('theme', 'light');
  if (address.viewPanel !== undefined) query.set('viewPanel', String(address.viewPanel));
  if (address.kiosk) query.set('kiosk', '1');
  const text = query.toString();
  return writePage(address.page) + (text === '' ? '' : `?${text}`);
}

function writePage(page: Page): string {
  switch (page.kind) {
    case 'list':
      return '/';
    case 'dashboard':
      return `/d/${encodeURIComponent(page.uid)}`;
    case 'alerts':
      return `/alerts/${encodeURIComponent(page.system)}`;
  }
}
