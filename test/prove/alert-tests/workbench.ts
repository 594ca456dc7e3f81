import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  type Alert,
  alert,
  type AlertSpec,
  type RecordingRule,
  ruleGroup,
  type System,
} from '../../../lib/model/index.ts';
import { Bench, testAlerts, type TestedAlert } from '../../../lib/prove/index.ts';
import { loadedGroup, shop } from '../../emit/shop.ts';
import { toolPath } from '../../tool-path.ts';

/** Runs something with the real promtool, in a folder that is removed again. */
export async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const promtool = await toolPath('promtool');
  const folder = mkdtempSync(join(tmpdir(), 'dashc-bench-'));
  try {
    return await work(new Bench({ promtool, folder, jobs: 2 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The shop with these rules only. */
export function shopWith(...rules: readonly (Alert | RecordingRule)[]): System {
  return {
    ...shop,
    dashboards: [],
    groups: [loadedGroup('rules', ruleGroup('shop-rules', rules))],
  };
}

/** An alert of which a test says only what it is about. */
export function alertOf<L extends string>(
  spec: Pick<AlertSpec<L, 'Bad', 'Very.'>, 'expr' | 'cases' | 'for' | 'edges'>,
): Alert<L> {
  return alert<L, 'Bad', 'Very.'>({
    name: 'Bad',
    severity: 'warning',
    summary: 'Bad' as never,
    description: 'Very.' as never,
    runbook: { meaning: 'x', impact: 'x', diagnosis: ['x'], mitigation: ['x'] },
    ...spec,
  });
}

/** The first alert of a system of these rules, tested. */
export async function tested(
  ...rules: readonly (Alert | RecordingRule)[]
): Promise<TestedAlert | undefined> {
  const [system] = await withBench((bench) => testAlerts([shopWith(...rules)], bench));
  return system?.alerts[0];
}
