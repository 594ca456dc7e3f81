import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Files, projectFolder, SHOP, write } from '../load/project-folder.ts';
import { compileDashc, dashc, type Ended, stable } from './dashc.ts';

beforeAll(() => compileDashc(), 60_000);

let cwd = '';

function diff(...args: string[]): Promise<Ended> {
  return dashc(['diff', '--no-typecheck', ...args], { cwd });
}

function git(...args: string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd, stdio: 'ignore' });
}

/** Replaces a part of a source. */
function edit(file: string, from: string, to: string): void {
  const text = SHOP[file] ?? '';
  expect(text).toContain(from);
  write(cwd, { [file]: text.replace(from, to) });
}

describe('dashc diff, of the sources', () => {
  beforeEach(async () => {
    cwd = projectFolder(SHOP);
    expect((await dashc(['build', '--no-typecheck'], { cwd })).code).toBe(0);
    git('init', '--initial-branch', 'main');
    git('add', '.');
    git('commit', '--message', 'one');
  });

  it('says nothing where nothing changed', async () => {
    const { code, out, err } = await diff();
    expect({ code, out, err: stable(err) }).toEqual({
      code: 0,
      out: '',
      err: '0 changes (… ms)\n',
    });
  });

  it('says what changed since main, without a build', async () => {
    git('checkout', '-b', 'topic');
    edit('alerts/shop/queue.ts', "for: '5m'", "for: '10m'");
    edit('dashboards/shop/overview.ts', "'Queue', 'Jobs waiting.'", "'Backlog', 'Jobs waiting.'");
    git('commit', '--all', '--message', 'two');
    write(cwd, {
      'alerts/shop/queue.ts': (SHOP['alerts/shop/queue.ts'] ?? '')
        .replace("for: '5m'", "for: '10m'")
        .replaceAll("at: '6m'", "at: '11m'"),
    });
    const { code, out, err } = await diff();
    expect(code).toBe(4);
    expect(out).toContain(
      'dashboard "Overview" · build/shop/grafana/dashboards/overview.json\n' +
        '  ~ panel "Queue" renamed to "Backlog"\n',
    );
    expect(out).toContain(
      'build/shop/prometheus/rules/shop.yml\n  ~ alert `ShopBacklog`: fires after 10m instead of 5m\n',
    );
    expect(out).toContain(
      '! bookmarks of 1 panel of dashboard "Overview" lead nowhere, because the ids are new: panel "Backlog"\n',
    );
    expect(stable(err)).toMatch(/^\d+ changes: 1 in dashboards, 1 in rules and \d+ in other files/);
  });

  it('says who reads a metric whose declaration changed', async () => {
    edit('systems/shop/metrics.ts', "unit: 'jobs'", "unit: 'messages'");
    const { code, out } = await diff('HEAD');
    expect(code).toBe(4);
    expect(out).toContain('systems/shop\n  ~ metric `queue_depth`: unit `jobs` to `messages`\n');
    expect(out).toContain(
      '· metric `queue_depth`, which changed, is read by panel "Queue" of dashboard "Overview" and alert `ShopBacklog`\n',
    );
  });

  it('prints Markdown and JSON', async () => {
    edit('dashboards/shop/overview.ts', "title: 'Overview'", "title: 'All of it'");
    const markdown = await diff('--format', 'markdown');
    expect(markdown).toMatchObject({ code: 4, err: '' });
    expect(markdown.out).toContain('- title "Overview" to "All of it"\n');
    const json = await diff('--format', 'json');
    const { changes } = JSON.parse(json.out) as { changes: readonly { kind: string }[] };
    expect(changes[0]).toMatchObject({
      kind: 'dashboard-renamed',
      system: 'shop',
      dashboard: 'shop-overview',
    });
  });

  it('says what is wrong with the sources', async () => {
    edit('dashboards/shop/overview.ts', "uid: 'shop-overview'", "uid: ''");
    const { code, out, err } = await diff();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('error dashboard/uid\n');
    expect(err).toMatch(/\nnothing was compared\n$/);
  });

  it('says so where build/ is not committed', async () => {
    git('rm', '-r', '--cached', 'build');
    git('commit', '--message', 'two');
    const { code, err } = await diff();
    expect(code).toBe(2);
    expect(err).toMatch(
      /^dashc: `build\/` is not committed at main \(\w{9}\), so there is nothing to compare with: commit it \(`dashc build`, `git add build`\), or build/,
    );
  });

  it.each([
    [['nowhere'], 'git knows no commit `nowhere` here; is it fetched? `git fetch`'],
    [['--from', 'a'], '`--from` and `--to` go together'],
    [['HEAD', '--from', 'a', '--to', 'b'], 'a commit and `--from` exclude each other'],
    [['--from', 'a', '--to', 'build'], 'there is no folder `a`'],
    [['--system', 'shp'], 'unknown system `shp`: did you mean `shop`?'],
  ])('refuses %j', async (args, message) => {
    expect(await diff(...args)).toEqual({ code: 2, out: '', err: `dashc: ${message}\n` });
  });
});

describe('dashc diff, of folders', () => {
  const folders = (files: Files) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'dashc-test-'));
    mkdirSync(path.join(folder, 'old'));
    mkdirSync(path.join(folder, 'new'));
    write(folder, files);
    return folder;
  };

  it('needs no project and no git', async () => {
    cwd = folders({
      'old/a.yml':
        'groups: [{ name: g, rules: [{ record: "a:b", expr: "count(up)" }, { alert: A, expr: "a:b > 1" }] }]',
      'new/a.yml':
        'groups: [{ name: g, rules: [{ record: "a:b", expr: "count(up)" }, { alert: A, expr: "a:b < 0" }] }]',
      'old/x/same.json': '{"a":1,"b":2}',
      'new/x/same.json': '{"b":2,"a":1}',
    });
    const { code, out, err } = await diff('--from', 'old', '--to', 'new');
    expect({ code, out, err: stable(err) }).toEqual({
      code: 4,
      out: 'a.yml\n  ~ alert `A`: limit `> 1` to `< 0`\n\nwhat that does to the rest (1 finding)\n  ! alert `A` can no longer fire: `<` is never true\n',
      err: '1 change: 1 in rules (… ms)\n',
    });
    rmSync(cwd, { recursive: true });
  });

  it('says that a commit needs git', async () => {
    cwd = projectFolder(SHOP);
    expect(await diff()).toEqual({
      code: 2,
      out: '',
      err: 'dashc: this is no git repository: compare folders with `--from DIR --to DIR`\n',
    });
  });
});
