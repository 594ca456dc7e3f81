import { type Compared, differenceOf } from './differences.ts';
import { EQUIVALENTS } from './equivalents.ts';
import { type Findings, findingsIn } from './findings.ts';
import { houseOf } from './house-of.ts';
import { findingsOf, type PintCase } from './pint-case.ts';
import { readCases } from './read-cases.ts';
import { comparedSeries } from './series-case.ts';

interface DashboardCase {
  readonly rule: string;
  readonly test: string;
  readonly dashboard: unknown;
  readonly expect: readonly string[];
  /** Of a query language that Prometheus does not read. */
  readonly logql: boolean;
}

/**
 * Prints precision and recall of "has a problem" by check of pint and of dashboard-linter: opinions, with which we differ
 * where we mean it.
 */
export function reportLinters(folder: string): void {
  const series = comparedSeries(folder);
  const pint = readCases<PintCase>(folder, 'pint-cases')
    .filter(({ check }) => check !== 'promql/series')
    .map((each) => compared(each.check, each.description, each.expect, findingsOf(each)));
  report('pint', [...pint, ...series]);
  const dashboards = readCases<DashboardCase>(folder, 'dashboard-linter-cases')
    .filter(({ logql }) => !logql)
    .map(({ rule: check, test: name, expect, dashboard }) => {
      const house = houseOf({ check, name, expect });
      return compared(check, name, expect, findingsIn({ dashboard, house }));
    });
  report('dashboard-linter', dashboards);
}

function compared(
  check: string,
  name: string,
  expect: readonly string[],
  findings: Findings,
): Compared {
  const same = EQUIVALENTS[check];
  return { check, name, expect, same: [...findings].filter((code) => same?.test(code) === true) };
}

function report(linter: string, all: readonly Compared[]): void {
  const covered = all.filter(({ check }) => EQUIVALENTS[check] !== undefined);
  print(`\n${linter}: has a problem, by its check`);
  for (const check of [...new Set(covered.map((each) => each.check))].sort()) {
    print(
      line(
        check,
        covered.filter((each) => each.check === check),
      ),
    );
  }
  print(line('in all', covered));
  summarize(covered);
  const agreed = all.filter(isAgreed).length;
  const share = ((100 * agreed) / all.length).toFixed(1);
  print(
    `  ${agreed} of all ${all.length} cases agree (${share} %), whether we have such a check or not`,
  );
  print(`  ${all.filter(isAgreedByDefault).length} of them without the rules of the house`);
  explain(all.filter((each) => !isAgreed(each)));
}

function line(title: string, cases: readonly Compared[]): string {
  const meant = cases.filter((each) => !isAgreed(each) && differenceOf(each) !== undefined);
  const counted = cases.filter((each) => !meant.includes(each));
  const all =
    meant.length === 0 ? '' : `; ${meant.length} differ on purpose (${rates(cases)} with them)`;
  return `  ${title.padEnd(26)} ${String(cases.length).padStart(3)} cases: ${rates(counted)}${all}`;
}

/** The same with fewer excuses: first without what cannot be decided, then with what we leave alone on purpose as missed. */
function summarize(covered: readonly Compared[]): void {
  const kindOf = (each: Compared) => (isAgreed(each) ? undefined : differenceOf(each)?.kind);
  const told = covered.filter((each) => kindOf(each) !== 'untold');
  const right = told.filter((each) => kindOf(each) !== 'engine');
  print(`  all that the cases tell enough for: ${rates(told)}`);
  print(`  of these, where Prometheus and Grafana are not on our side: ${rates(right)}`);
}

function rates(cases: readonly Compared[]): string {
  const found = cases.filter(({ same }) => same.length > 0);
  const both = found.filter(({ expect }) => expect.length > 0).length;
  const expected = cases.filter(({ expect }) => expect.length > 0).length;
  return `precision ${both} of ${found.length}, recall ${both} of ${expected}`;
}

function isAgreed({ expect, same }: Compared): boolean {
  return expect.length > 0 === same.length > 0;
}

/** What is off by default left out. */
function isAgreedByDefault({ expect, same }: Compared): boolean {
  return expect.length > 0 === same.some((code) => !code.startsWith('house/'));
}

/** Every disagreement, with its reason where there is one. */
function explain(disagreements: readonly Compared[]): void {
  for (const each of disagreements) {
    const difference = differenceOf(each);
    const isCovered = EQUIVALENTS[each.check] !== undefined;
    const what =
      each.expect.length > 0 ? 'found only there' : `found only here (${each.same.join()})`;
    const why =
      difference === undefined
        ? isCovered
          ? `NOT EXPLAINED: ${each.expect.join(' // ').slice(0, 200)}`
          : 'we have no such check'
        : `differs on purpose (${difference.kind}): ${difference.reason}`;
    print(`    ${each.check} "${each.name}" ${what}: ${why}`);
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
