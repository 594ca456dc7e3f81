import { describe, expect, it } from 'vitest';

import { momentOf } from '../../lib/preview/dashboard/date-math.ts';
import { panelOf, panelSpan, readDashboard, spanOf } from '../../lib/preview/dashboard/index.ts';
import { NOW } from './sample-prometheus.ts';

/** A Thursday. */
const THURSDAY = Date.UTC(2026, 0, 15, 14);

describe('momentOf', () => {
  it.each([
    ['now', '2026-01-15T14:00:00.000Z'],
    ['now-6h', '2026-01-15T08:00:00.000Z'],
    ['now - 90m', '2026-01-15T12:30:00.000Z'],
    ['now-d', '2026-01-14T14:00:00.000Z'],
    ['now+1w', '2026-01-22T14:00:00.000Z'],
    ['now/d', '2026-01-15T00:00:00.000Z'],
    ['now-1d/d', '2026-01-14T00:00:00.000Z'],
    ['now/w', '2026-01-11T00:00:00.000Z'],
    ['now/M', '2026-01-01T00:00:00.000Z'],
    ['now/Q+2h', '2026-01-01T02:00:00.000Z'],
    ['now-1M', '2025-12-15T14:00:00.000Z'],
    ['now+16d+1M', '2026-02-28T14:00:00.000Z'],
    ['now-1y/y', '2025-01-01T00:00:00.000Z'],
    ['1768485600000', '2026-01-15T14:00:00.000Z'],
    ['2026-01-15T13:00:00Z', '2026-01-15T13:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(new Date(momentOf(text, THURSDAY, 'start') ?? 0).toISOString()).toBe(expected);
  });

  it.each([
    ['now/d', '2026-01-15T23:59:59.999Z'],
    ['now-1d/d', '2026-01-14T23:59:59.999Z'],
    ['now/M', '2026-01-31T23:59:59.999Z'],
    ['now-1h', '2026-01-15T13:00:00.000Z'],
  ])('%s at the end', (text, expected) => {
    expect(new Date(momentOf(text, THURSDAY, 'end') ?? 0).toISOString()).toBe(expected);
  });

  it.each(['', 'now-', 'now-6', 'now-6x', 'now/', 'now/x', 'yesterday', 'nowhere'])(
    '`%s` is none',
    (text) => {
      expect(momentOf(text, THURSDAY, 'start')).toBe(undefined);
    },
  );
});

describe('spanOf', () => {
  it.each([
    ['now-1h', 'now', { from: THURSDAY - 3_600_000, to: THURSDAY }],
    ['now', 'now-1h', undefined],
    ['now', 'now', undefined],
    ['x', 'now', undefined],
  ])('%s to %s', (from, to, expected) => {
    expect(spanOf(from, to, NOW)).toEqual(expected);
  });
});

describe('panelSpan', () => {
  const shown = { from: THURSDAY - 3_600_000, to: THURSDAY };
  it.each([
    ['as the dashboard', {}, 1, 0],
    ['its own length', { timeFrom: '2h' }, 2, 0],
    ['moved back', { timeShift: '24h' }, 25, 24],
    ['both', { timeFrom: '2h', timeShift: '1h' }, 3, 1],
    ['what it cannot mean', { timeFrom: '2x', timeShift: 'z' }, 1, 0],
  ])('%s', (_name, panel, from, to) => {
    expect(panelSpan({ timeFrom: undefined, timeShift: undefined, ...panel }, shown, NOW)).toEqual({
      from: THURSDAY - from * 3_600_000,
      to: THURSDAY - to * 3_600_000,
    });
  });
});

describe('readDashboard', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'dashboard'],
    ['an empty object', {}],
    ['lists that are none', { panels: 1, tags: 'a', templating: [], annotations: { list: {} } }],
  ])('%s is an empty dashboard', (_name, json) => {
    expect(readDashboard(json)).toMatchObject({ uid: '', panels: [], tags: [] });
  });

  it('keeps what it understands beside what it does not', () => {
    const json = {
      uid: 'a',
      title: 5,
      panels: [null, { id: 1, targets: ['x', { refId: 'A', expr: 'up', hide: 'yes' }] }],
      templating: { list: [7, { name: 'job', multi: 1, current: 'x' }] },
    };
    const { uid, title, panels, templating } = readDashboard(json);
    expect({ uid, title }).toEqual({ uid: 'a', title: '' });
    expect(panels).toMatchObject([{ id: 1, targets: [{ refId: 'A', expr: 'up', hide: false }] }]);
    expect(templating.list).toMatchObject([{ name: 'job', multi: false, current: undefined }]);
  });

  it('finds panels inside of closed rows', () => {
    const row = { id: 1, type: 'row', panels: [{ id: 2, title: 'Inside' }] };
    const dashboard = readDashboard({ panels: [row, { id: 3, title: 'Below' }] });
    expect(panelOf(dashboard, 2)?.title).toBe('Inside');
    expect(panelOf(dashboard, 3)?.title).toBe('Below');
    expect(panelOf(dashboard, 4)).toBe(undefined);
  });
});
