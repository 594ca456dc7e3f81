import { describe, expect, it } from 'vitest';

import { readAddress, writeAddress } from '../../../preview/src/address/address.ts';

describe('an address', () => {
  it.each([
    ['/'],
    ['/d/service-status'],
    ['/d/a%2Fb?scenario=redis-down&from=now-1h&to=now'],
    ['/d/x?var-job=a&var-job=b&var-all=%24__all'],
    ['/d/x?refresh=5s&theme=light&viewPanel=12&kiosk=1'],
    ['/alerts/love-parser?scenario=host-full'],
  ])('%s is read and written the same', (url) => {
    expect(writeAddress(readAddress(url))).toBe(url);
  });

  it.each([
    ['/d/x/a-title?kiosk', '/d/x?kiosk=1'],
    ['/d/x?viewPanel=panel-3', '/d/x?viewPanel=3'],
    ['/d/x?theme=blue&scenario=', '/d/x'],
    ['/d/%E0%A4%A', '/d/%25E0%25A4%25A'],
    ['/nowhere/x', '/'],
    ['/d/', '/'],
  ])('%s is %s', (url, expected) => {
    expect(writeAddress(readAddress(url))).toBe(expected);
  });
});
