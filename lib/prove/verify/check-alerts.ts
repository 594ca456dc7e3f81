import { Duration } from '../../catalog/index.ts';
import type { Where } from '../../diagnostics/index.ts';
import type { Scenario } from '../../model/index.ts';
import { watchedPart } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import type { PrometheusApi } from '../prometheus-server/index.ts';
import type { TimeFrame } from '../synthesise/index.ts';
import { type FiringPeriod, firingPeriods } from './alert-timeline.ts';
import { checkAnswer } from './check-answer.ts';
import { type Findings, within } from './findings.ts';
import { labelText } from './legend-names.ts';
import type { PlacedAlert } from './placed-alerts.ts';

/**
 * When each alert fires in a world. Queries that fail are reported.
 *
 * @param from seconds since 1970, with what ranges look back at behind it
 */
export async function firing(
  alerts: readonly PlacedAlert[],
  api: PrometheusApi,
  from: number,
  end: number,
  findings: Findings,
): Promise<ReadonlyMap<PlacedAlert, readonly FiringPeriod[]>> {
  const periods = await Promise.all(
    alerts.map(async (placed) => {
      const { alert, where, interval } = placed;
      const answer = await findings.ask(where, () =>
        api.range(print(alert.node), from, end, interval),
      );
      checkAnswer(answer, where, findings);
      return [placed, firingPeriods(alert, answer.series, interval)] as const;
    }),
  );
  return new Map(periods);
}

/** In a healthy system nothing fires. */
export function checkHealthy(
  fired: ReadonlyMap<PlacedAlert, readonly FiringPeriod[]>,
  findings: Findings,
): void {
  for (const [{ alert, where }, periods] of fired) {
    const [first] = periods;
    if (first === undefined) continue;
    findings.add(
      'verify/false-alarm',
      where,
      `\`${alert.name}\` fires in a healthy system, for ${labelText(first.labels)} at ${clock(first.from)}`,
    );
  }
}

/** In a scenario exactly the alerts fire that it names, and when it says. */
export async function checkScenario(
  scenario: Scenario,
  where: Where,
  fired: ReadonlyMap<PlacedAlert, readonly FiringPeriod[]>,
  api: PrometheusApi,
  { incident, end }: TimeFrame,
  findings: Findings,
): Promise<void> {
  for (const expected of scenario.fires) {
    const [placed, periods] = [...fired].find(([{ alert }]) => alert.name === expected.alert) ?? [];
    if (placed === undefined || periods === undefined) {
      const message = `no rule is called \`${expected.alert}\``;
      findings.add('verify/unknown-alert', where, message);
      continue;
    }
    const times = periods.flatMap(({ labels, from }) => (hasAll(labels, expected) ? [from] : []));
    const [first] = times.sort((a, b) => a - b);
    const delay = first === undefined ? Infinity : first - incident;
    if (delay <= expected.within.inSeconds) continue;
    const name = `\`${expected.alert}\``;
    if (first === undefined) {
      findings.add(
        'verify/alert-silent',
        within(where, placed.where.path.at(-1) ?? ''),
        `${name} does not fire`,
      );
    } else {
      findings.add(
        'verify/alert-late',
        within(where, placed.where.path.at(-1) ?? ''),
        `${name} fires ${length(delay)} after the beginning, not within ${expected.within}`,
      );
    }
    await explain(placed, scenario, api, { incident, end }, findings);
  }
  unexpected(scenario, where, fired, incident, findings);
}

/** At the alert: what it watches, and how far that came. */
async function explain(
  { alert, where, interval }: PlacedAlert,
  scenario: Scenario,
  api: PrometheusApi,
  { incident, end }: Pick<TimeFrame, 'incident' | 'end'>,
  findings: Findings,
): Promise<void> {
  const watched = print(watchedPart(alert.node));
  const { series } = await api.range(watched, incident, end, interval);
  const values = series.flatMap((each) => each.values.map(([, value]) => value));
  const seen =
    values.length === 0
      ? 'nothing at all'
      : `from ${short(Math.min(...values))} to ${short(Math.max(...values))}`;
  findings.add(
    'verify/alert-watched',
    { ...within(where), source: { text: watched, span: { start: 0, end: 0 } } },
    `in the scenario \`${scenario.name}\` what it watches is ${seen}`,
    { severity: 'info' },
  );
}

function unexpected(
  { fires }: Scenario,
  where: Where,
  fired: ReadonlyMap<PlacedAlert, readonly FiringPeriod[]>,
  incident: number,
  findings: Findings,
): void {
  for (const [{ alert, where: place }, periods] of fired) {
    const other = periods.find(
      ({ labels, from }) =>
        from >= incident &&
        !fires.some((each) => each.alert === alert.name && hasAll(labels, each)),
    );
    if (other === undefined) continue;
    const after = length(other.from - incident);
    findings.add(
      'verify/alert-unexpected',
      within(where, place.path.at(-1) ?? ''),
      `\`${alert.name}\` fires ${after} after the beginning, for ${labelText(other.labels)}`,
      { hint: `{ alert: '${alert.name}', within: '${after}' }, where that is right` },
    );
  }
}

function hasAll(
  labels: Readonly<Record<string, string>>,
  expected: Scenario['fires'][number],
): boolean {
  return Object.entries(expected.labels).every(([name, value]) => labels[name] === value);
}

function length(seconds: number): string {
  return Duration.seconds(Math.round(seconds)).toString();
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** `13:45` of the synthesised day, UTC. */
function clock(time: number): string {
  return new Date(time * 1000).toISOString().slice(11, 16);
}
