import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { TestedAlert, TestedSystem } from '../../prove/index.ts';

/** One test as a report shows it. */
export interface ReportedTest {
  readonly system: string;
  readonly alert: string;
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Of a failed one: what differs; of a skipped one: why. */
  readonly text: string;
  readonly file: string;
  /** 1-based; absent where only the file is known. */
  readonly line?: number;
}

/** All tests of a system, cases before edges, in the order of the alerts. `root` is absolute. */
export function testsOf({ system, alerts }: TestedSystem, root: string): readonly ReportedTest[] {
  return alerts.flatMap((tested) => {
    const alert = tested.subject.alert.name;
    const place = placesIn(tested, root);
    const own = { system: system.name, alert };
    return [
      ...tested.runs.map(({ test, difference }): ReportedTest => ({
        ...own,
        ...place(test.name),
        title: test.name,
        status: difference === undefined ? 'passed' : 'failed',
        text: difference ?? '',
      })),
      ...tested.edges.cases.map(({ title, from, fires, fired }): ReportedTest => ({
        ...own,
        ...place(from),
        title: `edge: ${title}`,
        status: fires === fired ? 'passed' : 'failed',
        text:
          fires === fired
            ? ''
            : `derived from "${from}": expected ${verdict(fires)}, got ${verdict(fired)}`,
      })),
      ...tested.edges.missing.map(({ edge, condition, reason, off }): ReportedTest => ({
        ...own,
        ...place(''),
        title: `edge: ${edge}${condition === undefined ? ' the end of `for`' : ` ${condition}`}`,
        status: 'skipped',
        text: `${off ? 'switched off' : 'no edge'}: ${reason}`,
      })),
    ];
  });
}

function verdict(fires: boolean): string {
  return fires ? 'that it fires' : 'that it is quiet';
}

/** The line of a case: where its name stands, below the place at which the alert is made. */
function placesIn(
  { subject }: TestedAlert,
  root: string,
): (name: string) => Pick<ReportedTest, 'file' | 'line'> {
  const { file, line } = subject.where;
  let lines: readonly string[] | undefined;
  return (name) => {
    lines ??= linesOf(path.join(root, file));
    const quoted = [`'${name}'`, `"${name}"`, `\`${name}\``, `'${name.replaceAll("'", "\\'")}'`];
    const from = (line ?? 1) - 1;
    const found =
      name === ''
        ? -1
        : lines.findIndex((text, index) => index >= from && quoted.some((q) => text.includes(q)));
    const at = found < 0 ? line : found + 1;
    return at === undefined ? { file } : { file, line: at };
  };
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
