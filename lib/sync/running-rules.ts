import { parse as parseYaml } from 'yaml';
import * as z from 'zod';

import { parseDuration } from '../catalog/index.ts';
import { parse, print } from '../promql/index.ts';

/** One rule, as far as two of them can be told apart: `alert Name: expr`. */
export type RuleLine = string;

/** Rules by group. */
export type Rules = ReadonlyMap<string, readonly RuleLine[]>;

/** What Prometheus's `/api/v1/rules` says that it evaluates. */
export function runningRules(answer: unknown): Rules {
  const { data } = ANSWER.parse(answer);
  return new Map(
    data.groups.map(({ name, rules }) => [
      name,
      rules.map((rule) => {
        const kind = rule.type === 'alerting' ? 'alert' : 'record';
        return ruleLine(kind, rule.name, rule.query, kind === 'alert' ? rule.duration : 0);
      }),
    ]),
  );
}

/** What a rule file that dashc emitted holds. */
export function fileRules(text: string): Rules {
  const { groups } = RULE_FILE.parse(parseYaml(text));
  return new Map(
    groups.map(({ name, rules }) => [
      name,
      rules.map(({ alert, record, expr, for: duration }) =>
        ruleLine(
          alert === undefined ? 'record' : 'alert',
          alert ?? record ?? '',
          expr,
          (parseDuration(duration ?? '0s') ?? 0) / 1000,
        ),
      ),
    ]),
  );
}

/** Prometheus prints an expression in its own way: both are printed in ours. */
function ruleLine(kind: string, name: string, expr: string, duration = 0): RuleLine {
  const parsed = parse(expr).expr;
  return `${kind} ${name} for ${duration}s: ${parsed === undefined ? expr : print(parsed)}`;
}

const ANSWER = z.object({
  data: z.object({
    groups: z.array(
      z.object({
        name: z.string(),
        rules: z.array(
          z.object({
            type: z.enum(['alerting', 'recording']),
            name: z.string(),
            query: z.string(),
            duration: z.number().optional(),
          }),
        ),
      }),
    ),
  }),
});

const RULE_FILE = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().optional(),
          record: z.string().optional(),
          expr: z.string(),
          for: z.string().optional(),
        }),
      ),
    }),
  ),
});
