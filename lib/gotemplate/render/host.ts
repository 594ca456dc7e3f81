/** `host:9100` is `host`; what is no host with a port stays. */
export function stripPort(address: string): string {
  return splitHostPort(address)?.host ?? address;
}

/** `host.example.org:9100` is `host:9100`; IP addresses stay. */
export function stripDomain(address: string): string {
  const split = splitHostPort(address);
  const host = split?.host ?? address;
  if (isIp(host)) return address;
  const name = host.split('.')[0] ?? '';
  if (split === undefined || split.port === '') return name;
  return name.includes(':') ? `[${name}]:${split.port}` : `${name}:${split.port}`;
}

function splitHostPort(address: string): { host: string; port: string } | undefined {
  const [, bracketed, plain, port = ''] =
    /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(address) ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port };
}

function isIp(host: string): boolean {
  const part = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  if (new RegExp(`^${part}(?:\\.${part}){3}$`).test(host)) return !/(?:^|\.)0\d/.test(host);
  return /^[\da-fA-F:]*:[\da-fA-F:.]*$/.test(host) && host.split(':').length > 2;
}
