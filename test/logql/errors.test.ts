import { describe, expect, it } from 'vitest';

import { parseLogql } from '../../lib/logql/index.ts';

/** The mistakes in a query, each with what is marked: `«marked» message → hint`. */
function marked(text: string): readonly string[] {
  return parseLogql(text).errors.map(({ message, hint, span }) => {
    const where = text.slice(span.start, span.end);
    return `«${where}» ${message}${hint === undefined ? '' : ` → ${hint}`}`;
  });
}

describe('syntax', () => {
  it.each([
    ['', ['«» the query is empty']],
    ['{job="api"', ['«"» the query ends where `,` or `}` is needed']],
    ['{job=api}', ['«api» `api` stands where a string is needed']],
    ["{job='api'}", ["«'api'» `'api'` is not part of LogQL → use \"api\""]],
    ['{job="api}', ['«"api}» the string needs a closing `"`']],
    [
      '{job="a\\d"}',
      ['«"a\\d"» "a\\d" has an escape that Go does not know → use `a\\d` in backquotes'],
    ],
    ['{job="api",}', ['«}» `}` stands where the name of a label is needed']],
    [
      '{json="api"}',
      [
        '«json» `json` stands where the name of a label is needed → Loki keeps this word for itself',
      ],
    ],
    [
      '{job="api"} | jsn',
      [
        '«n» the query ends where a comparison is needed → compare the label: `= "…"`, `> 5`, `!= 10ms`',
      ],
    ],
    [
      '{job="api"} | x > "5"',
      [
        '«"5"» `"5"` stands where a number, a duration or an amount of bytes is needed → write it without quotes: `>` compares numbers',
      ],
    ],
    ['{job="api"} |= error', ['«error» `error` stands where a string is needed']],
    [
      '{job="api"} | unwrap x',
      [
        '«unwrap» `unwrap` stands outside of a range aggregation → put the logs into `sum_over_time(… [5m])`',
      ],
    ],
    [
      'sum_over_time({job="api"} | unwrap x | json [5m])',
      ['«| json» only filters by labels may follow `unwrap`'],
    ],
    ['rate({job="api"})', ['«)» `)` stands where a range such as `[5m]` is needed']],
    ['rate({job="api"}[5 m])', ['«[5 m]» `[5 m]` is not a range']],
    ['rate({job="api"}[ 5m ])', ['«[ 5m ]» `[ 5m ]` is not a range → use `[5m]`']],
    ['rate({job="api"}[5m)', ['«[» the range needs a closing `]`']],
    ['rat({job="api"}[5m])', ['«rat» `rat` stands where a query is needed → use `rate`']],
    ['rate(x[5m])', ['«x» `x` stands where `{` is needed']],
    ['sum(rate({job="api"}[5m])', ['«)» the query ends where `)` is needed']],
    ['sum(rate({job="api"}[5m])))', ['«)» `)` stands where an operator or the end is needed']],
    [
      'variants(rate({job="api"}[5m])) of ({job="api"}[5m])',
      ['«variants» `variants` is an experiment of Loki, and is not read here'],
    ],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('has several mistakes in one query', () => {
    expect(marked('{job=api, env="x"} | json | x > | y = | line_format "{{.z}}"')).toEqual([
      '«api» `api` stands where a string is needed',
      '«|» `|` stands where a number, a duration or an amount of bytes is needed',
      '«|» `|` stands where a value is needed',
    ]);
  });

  it('ends', () => {
    expect(marked('('.repeat(5000)).join()).toContain('nested too deeply');
    expect(marked(`1${' + 1'.repeat(5000)}`).join()).toContain('too long');
    expect(marked(`{a="b"} | x="y"${' or x="y"'.repeat(5000)}`).join()).toContain('too long');
  });
});

describe('what Loki refuses beyond the grammar', () => {
  it.each([
    [
      '{job=~".*"}',
      [
        '«{job=~".*"}» the selector takes every stream: no matcher needs a label to be there → add `label="value"` or `label=~".+"`',
      ],
    ],
    ['{job=~".+"}', []],
    ['{job!=""}', []],
    [
      '{job!="api"}',
      [
        '«{job!="api"}» the selector takes every stream: no matcher needs a label to be there → add `label="value"` or `label=~".+"`',
      ],
    ],
    [
      '{job=""}',
      [
        '«{job=""}» the selector takes every stream: no matcher needs a label to be there → add `label="value"` or `label=~".+"`',
      ],
    ],
    [
      '{}',
      [
        '«{}» the selector takes every stream: no matcher needs a label to be there → add `label="value"` or `label=~".+"`',
      ],
    ],
    ['{job=~"$job"}', []],

    [
      '{job=~"a("}',
      ['«job=~"a("» `a(` is not a regular expression of RE2: missing closing ): `a(`'],
    ],
    ['{job=~"a(${b:regex})"}', []],
    [
      '{job="a"} |~ "(?!x)"',
      [
        '«"(?!x)"» `(?!x)` is not a regular expression of RE2: invalid or unsupported Perl syntax: `(?!`',
      ],
    ],
    ['{job="a"} |= "("', []],
    [
      '{job="a"} | x =~ "("',
      ['«x =~ "("» `(` is not a regular expression of RE2: missing closing ): `(`'],
    ],
    [
      '{job="a"} | regexp "(.*)"',
      ['«| regexp "(.*)"» `regexp` names no group, so it makes no label → use `(?P<label>…)`'],
    ],
    ['{job="a"} | regexp "(?P<x>.*)"', []],
    [
      '{job="a"} | pattern "a b"',
      [
        '«| pattern "a b"» `a b` is not a pattern: it captures nothing: a name stands in `<` and `>`',
      ],
    ],
    [
      '{job="a"} | pattern "<a><b>"',
      ['«| pattern "<a><b>"» `<a><b>` is not a pattern: nothing stands between `<a><b>`'],
    ],
    [
      '{job="a"} | pattern "<a> <a>"',
      ['«| pattern "<a> <a>"» `<a> <a>` is not a pattern: it captures `a` twice'],
    ],
    ['{job="a"} | pattern "<a> <_>"', []],
    [
      '{job="a"} |> "<a> b"',
      ['«"<a> b"» `<a> b` is not a pattern: it names `<a>`, and a filter captures nothing'],
    ],
    ['{job="a"} | label_format x=y, x=z', ['«x» `x` is made twice']],

    [
      'sum_over_time({job="a"}[5m])',
      [
        '«sum_over_time({job="a"}[5m])» `sum_over_time` needs the numbers of a label → add `| unwrap label` before the range',
      ],
    ],
    ['sum_over_time({job="a"} $stages [5m])', []],
    [
      'count_over_time({job="a"} | unwrap x [5m])',
      ['«| unwrap x» `count_over_time` counts lines, and takes no `unwrap`'],
    ],
    ['rate({job="a"} | unwrap x [5m])', []],
    [
      'rate({job="a"}[5m]) by (x)',
      ['«by (x)» `rate` takes no `by` → group around it: `sum by (…) (…)`'],
    ],
    ['max_over_time({job="a"} | unwrap x [5m]) by (x)', []],
    [
      'quantile_over_time({job="a"} | unwrap x [5m])',
      [
        '«quantile_over_time({job="a"} | unwrap x [5m])» `quantile_over_time` needs the quantile first → use `quantile_over_time(0.95, …)`',
      ],
    ],
    ['rate(5, {job="a"}[5m])', ['«rate(5, {job="a"}[5m])» `rate` takes no number']],

    [
      'sum({job="a"})',
      [
        '«{job="a"}» `sum` needs numbers, and this gives log lines → count them: `count_over_time(… [5m])`',
      ],
    ],
    [
      '{job="a"} / 2',
      [
        '«{job="a"}» `/` needs numbers, and this gives log lines → count them: `count_over_time(… [5m])`',
      ],
    ],
    [
      'topk(rate({job="a"}[5m]))',
      ['«topk(rate({job="a"}[5m]))» `topk` needs a number first → use `topk(10, …)`'],
    ],
    [
      'topk(1.5, rate({job="a"}[5m]))',
      ['«topk(1.5, rate({job="a"}[5m]))» `topk` needs a whole number above 0, not 1.5'],
    ],
    ['sum(5, rate({job="a"}[5m]))', ['«sum(5, rate({job="a"}[5m]))» `sum` takes no number']],
    ['sort(rate({job="a"}[5m])) by (x)', ['«by (x)» `sort` takes no `by`']],
    [
      'sum(rate({job="a"}[5m])) or 0',
      ['«0» `or` joins series, and a number is none → use `vector(0)`'],
    ],
    ['sum(rate({job="a"}[5m])) or vector(0)', []],
    [
      'label_replace(vector(1), "a", "$1", "b", "(")',
      [
        '«label_replace(vector(1), "a", "$1", "b", "(")» `(` is not a regular expression of RE2: missing closing ): `(`',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});
