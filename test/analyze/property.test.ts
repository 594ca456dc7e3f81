import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { run } from '../../lib/analyze/index.ts';
import {
  dashboard,
  heatmap,
  labelValues,
  queryVariable,
  row,
  ruleGroup,
  stat,
  timeseries,
} from '../../lib/index.ts';
import type { Alert, RecordingRule } from '../../lib/model/index.ts';
import { checkTypes, type Expr, parse } from '../../lib/promql/index.ts';
import { alertOf } from './alert-of.ts';
import { broken } from './generated/broken.ts';
import { validExpression } from './generated/expressions.ts';
import { legend, template } from './generated/texts.ts';
import { m, projectOf, type Shop } from './shop.ts';

const SEED = 20_260_101;

/** An expression and what is written around it. */
interface Generated {
  readonly text: string;
  readonly legend: string;
  readonly summary: string;
  readonly panel: typeof timeseries | typeof stat | typeof heatmap;
  /** The tree keeps its text and its places in it, as one that was read from a file. */
  readonly isRead: boolean;
}

const generated = fc.record({
  text: fc.oneof(
    { arbitrary: validExpression, weight: 3 },
    { arbitrary: broken(validExpression), weight: 2 },
  ),
  legend: fc.oneof(legend, broken(legend)),
  summary: fc.oneof(template, broken(template)),
  panel: fc.constantFrom(timeseries, stat, heatmap),
  isRead: fc.boolean(),
});

describe('10,000 expressions', () => {
  it('are what they are meant to be', () => {
    const problems = fc.sample(validExpression, { numRuns: 2000, seed: SEED }).filter((text) => {
      const { expr, errors } = parse(text);
      return expr === undefined || checkTypes(expr, { variables: true }).length + errors.length > 0;
    });
    expect(problems).toEqual([]);
  });

  it('make no check throw or hang, valid or broken', { timeout: 300_000 }, () => {
    const start = process.cpuUsage();
    fc.assert(
      // Ten at a time, because most of what a project costs is paid once for each file.
      fc.property(fc.array(generated, { minLength: 10, maxLength: 10 }), (ten) => {
        const before = performance.now();
        run(projectOf(everywhere(ten)));
        return performance.now() - before < SLOW;
      }),
      { seed: SEED, numRuns: 1000 },
    );
    // Of this process alone: what else the machine does is no matter.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(60_000);
  });
});

/** Milliseconds. Some hundred times what the analysis of ten expressions takes. */
const SLOW = 10_000;

/** Every expression as an alert, as a recording rule and in a panel. */
function everywhere(all: readonly Generated[]): Shop {
  const variables = [queryVariable('queue', labelValues(m.queue_depth, 'queue'), { multi: true })];
  const panels = all.map(({ panel, text, legend: legendFormat }, i) =>
    panel(`Panel ${i}`, '').query({ node: nodeOf(text), legendFormat }),
  );
  return {
    groups: [ruleGroup('shop', all.flatMap(rulesOf))],
    dashboards: [dashboard({ uid: 'shop', title: 'Shop', variables, rows: [row('Row', panels)] })],
  };
}

function rulesOf({ text, summary, isRead }: Generated, i: number): [RecordingRule, Alert] {
  const node = nodeOf(text);
  const source = isRead && node.kind !== 'variable' ? { source: text } : {};
  const texts = { summary, description: summary, labels: { team: summary } };
  const name = i === 0 ? 'level:requests:rate5m' : `level:requests:rate${i}m`;
  return [
    { kind: 'record', name, labels: { queue: 'mail' }, node, ...source },
    { ...alertOf({ node }, { name: `Alert${i}`, ...texts }), ...source },
  ];
}

/** Of some broken texts there is no tree at all. */
function nodeOf(text: string): Expr {
  return parse(text).expr ?? { kind: 'variable', variable: { name: 'x', text: '$x' } };
}
