import { describe, expect, it } from 'vitest';

import { folderOf, fromFolder, isBelow } from '../../lib/catalog/index.ts';

describe('folderOf', () => {
  it.each([
    ['prometheus/rules/a.yml', 'prometheus/rules'],
    ['alerts.yml', '.'],
  ])('%s', (file, folder) => {
    expect(folderOf(file)).toBe(folder);
  });
});

describe('isBelow', () => {
  it.each([
    ['grafana/dashboards', 'grafana', true],
    ['grafana', 'grafana', false],
    ['grafana-extra/dashboards', 'grafana', false],
    ['alerts.yml', '.', true],
  ])('%s in %s: %s', (path, folder, expected) => {
    expect(isBelow(path, folder)).toBe(expected);
  });
});

describe('fromFolder', () => {
  it.each([
    ['prometheus/rules/a.yml', 'prometheus', 'rules/a.yml'],
    ['prometheus/rules/a.yml', 'prometheus/tests', '../rules/a.yml'],
    ['alerts.yml', 'deploy/compose', '../../alerts.yml'],
    ['prometheus', '.', 'prometheus'],
    ['prometheus', 'prometheus', '.'],
    ['.', 'deploy', '..'],
  ])('%s from %s is %s', (path, folder, expected) => {
    expect(fromFolder(path, folder)).toBe(expected);
  });
});
