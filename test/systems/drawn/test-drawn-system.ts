import { beforeAll, expect, it } from 'vitest';

import { mainColor } from './colors-of.ts';
import { type DrawnSystem, drawSystem, panelOf, panelsThat } from './draw-system.ts';

/** What has to be on the screen. A world is `healthy` or a scenario. */
interface Expected {
  /** Titles of panels that are empty on purpose, by `<world>, <uid>`. */
  readonly empty: Readonly<Record<string, readonly string[]>>;
  /** In the healthy system. */
  readonly shown: readonly (readonly [
    uid: string,
    title: string,
    names: readonly string[],
    values: RegExp,
  ])[];
  /** The color of most pixels of a panel that say how bad it is. */
  readonly colors: readonly (readonly [
    world: string,
    uid: string,
    title: string,
    color: 'red' | 'orange' | 'green' | 'none',
  ])[];
}

/** Opens all dashboards of a system in all its worlds, and looks. */
export function testDrawnSystem(name: string, { empty, shown, colors: expected }: Expected): void {
  let system: DrawnSystem;

  beforeAll(async () => {
    system = await drawSystem(name, expected);
  }, 300_000);

  it('has no errors, on the screen or in the console', () => {
    const isWrong = ['error', 'unsupported'];
    expect(panelsThat(system, ({ state }) => isWrong.includes(state))).toEqual({});
    expect(system.complaints).toEqual([]);
  });

  it('is empty only where it is meant to be', () => {
    expect(panelsThat(system, ({ state }) => state === 'empty')).toEqual(empty);
  });

  it('has painted what it drew, and filled in every legend', () => {
    const isPlain = ({ colors }: { colors?: { different: number } }) =>
      colors !== undefined && colors.different < 8;
    expect(panelsThat(system, isPlain)).toEqual({});
    expect(panelsThat(system, ({ names }) => names.some((each) => /[{}$]/.test(each)))).toEqual({});
  });

  it.each(shown)('healthy, %s, %s', (uid, title, names, values) => {
    const panel = panelOf(system, 'healthy', uid, title);
    expect(panel.names).toEqual(names);
    expect(panel.values.join(', ')).toMatch(values);
  });

  it.each(expected)('%s, %s, %s is %s', (world, uid, title, color) => {
    expect(mainColor(panelOf(system, world, uid, title).colors)).toBe(color);
  });
}
