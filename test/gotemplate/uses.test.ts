import { describe, expect, it } from 'vitest';

import {
  functionUses,
  type LabelSource,
  labelUses,
  parseTemplate,
  queryUses,
  valueUses,
} from '../../lib/gotemplate/index.ts';

/** Each label with where it is from: `alert job`, `query(sum(up)) instance`, with a `?` when it is asked for before. */
function labels(text: string): readonly string[] {
  return labelUses(parseTemplate(text, 'prometheus').tree).map(
    ({ label, from, guarded }) => `${sourceOf(from)} ${label}${guarded ? '?' : ''}`,
  );
}

function sourceOf(from: LabelSource): string {
  if (from.kind !== 'query') return from.kind;
  return `query(${from.query.text}${from.query.exact ? '' : '~'})`;
}

describe('labels', () => {
  it.each([
    ['{{ $labels.job }}', ['alert job']],
    ['{{ .Labels.job }}', ['alert job']],
    ['{{ $.Labels.job }}', ['alert job']],
    ['{{ index $labels "job" }}', ['alert job']],
    ['{{ index .Labels "job" | title }}', ['alert job']],
    ['{{ ($labels).job }}', ['alert job']],
    ['{{ $labels.job | printf "%s" }}', ['alert job']],
    ['{{ printf "%s" (index $labels "job") }}', ['alert job']],
    ['{{ $labels.Job_2 }}', ['alert Job_2']],

    // The whole map, and a name that is only known later.
    ['{{ $labels }}', []],
    ['{{ range $k, $v := $labels }}{{ $k }}={{ $v }}{{ end }}', []],
    ['{{ index $labels $labels.which }}', ['alert which']],
    ['{{ $name := "job" }}{{ index $labels $name }}', ['alert job']],

    // Aliases.
    ['{{ $l := $labels }}{{ $l.job }}', ['alert job']],
    ['{{ $d := . }}{{ $d.Labels.job }}', ['alert job']],
    [
      '{{ $l := $labels }}{{ if 1 }}{{ $l := $externalLabels }}{{ $l.a }}{{ end }}{{ $l.b }}',
      ['external a', 'alert b'],
    ],

    // What `.` is.
    [
      '{{ with $labels }}{{ .job }}{{ $labels.a }}{{ $.Labels.b }}{{ end }}',
      ['alert job', 'alert a', 'alert b'],
    ],
    [
      '{{ with .Labels }}{{ .job }}{{ else }}{{ .Labels.other }}{{ end }}',
      ['alert job', 'alert other'],
    ],
    ['{{ define "a" }}{{ .job }}{{ end }}{{ template "a" $labels }}', ['alert job']],
    ['{{ define "a" }}{{ .Labels.job }}{{ end }}{{ template "a" . }}', ['alert job']],
    ['{{ block "a" $labels }}{{ .job }}{{ end }}', ['alert job']],

    // External labels.
    ['{{ $externalLabels.cluster }}', ['external cluster']],
    ['{{ .ExternalLabels.cluster }}', ['external cluster']],

    // Labels that are asked for.
    [
      '{{ if $labels.pod }}{{ $labels.pod }}{{ end }}{{ $labels.pod }}',
      ['alert pod?', 'alert pod?', 'alert pod'],
    ],
    ['{{ with $labels.pod }}{{ . }}{{ end }}', ['alert pod?']],
    ['{{ if eq $labels.pod "a" }}{{ $labels.job }}{{ end }}', ['alert pod?', 'alert job']],
    ['{{ if and $labels.pod (ne $labels.ns "") }}{{ end }}', ['alert pod?', 'alert ns?']],
    ['{{ or $labels.pod $labels.job }}', ['alert pod?', 'alert job']],
    ['{{ if gt (printf "%s" $labels.pod) "a" }}{{ end }}', ['alert pod']],

    // Samples of a query.
    ['{{ query "sum(up)" | first | label "job" }}', ['query(sum(up)) job']],
    ['{{ with query "sum(up)" }}{{ . | first | label "job" }}{{ end }}', ['query(sum(up)) job']],
    [
      '{{ range query "sum(up)" }}{{ .Labels.job }}{{ $labels.a }}{{ end }}',
      ['query(sum(up)) job', 'alert a'],
    ],
    [
      '{{ range $i, $s := query "up" | sortByLabel "job" }}{{ $s.Labels.job }}{{ end }}',
      ['query(up) job'],
    ],
    ['{{ (query "up" | first).Labels.job }}', ['query(up) job']],
    ['{{ $r := query "up" }}{{ (index $r 0).Labels.job }}', ['query(up) job']],
    ['{{ $q := "up" }}{{ label "job" (first (query $q)) }}', ['query(up) job']],
    [
      `{{ with printf "up{job='%s'} > %f" $labels.job $value | query }}{{ . | first | label "instance" }}{{ end }}`,
      ['alert job', "query(up{job='x'} > 0~) instance"],
    ],
    ['{{ printf "%s" "up" | query | first | label "job" }}', ['query(up) job']],
    ['{{ query $labels.q | first | label "job" }}', ['alert q', 'query(undefined~) job']],
  ])('%s', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it('are placed at the name', () => {
    const text = '{{ $l := $labels }}{{ $l.job }}{{ index $labels "pod" }}';
    const marks = labelUses(parseTemplate(text, 'prometheus').tree).map(({ span }) =>
      text.slice(span.start, span.end),
    );
    expect(marks).toEqual(['job', '"pod"']);
  });

  it('are found in a template with mistakes', () => {
    expect(labels('{{ $labels.job }} {{ $value | humanise }} {{ if')).toEqual(['alert job']);
  });
});

/** Each use as `functions: the text of its action, and whether it is printed`. */
function values(text: string): readonly string[] {
  return valueUses(parseTemplate(text, 'prometheus').tree).map(({ functions, action, printed }) => {
    const chain = functions.map(({ name, verb }) => (verb ? `${name}(${verb})` : name)).join(' ');
    return `${printed ? 'prints' : 'asks'} ${chain} in ${text.slice(action.start, action.end)}`;
  });
}

describe('values', () => {
  it.each([
    ['{{ $value }}', ['prints  in {{ $value }}']],
    ['{{ .Value }}', ['prints  in {{ .Value }}']],
    ['{{ $value | humanize }}', ['prints humanize in {{ $value | humanize }}']],
    ['{{ humanize $value }}', ['prints humanize in {{ humanize $value }}']],
    ['{{ printf "%.2f" $value }}%', ['prints printf(%.2f) in {{ printf "%.2f" $value }}']],
    [
      '{{ printf "%s %.1f%%" $labels.a $value }}',
      ['prints printf(%.1f) in {{ printf "%s %.1f%%" $labels.a $value }}'],
    ],
    [
      '{{ $value | printf "%.0f" | title }}',
      ['prints printf(%.0f) title in {{ $value | printf "%.0f" | title }}'],
    ],
    [
      '{{ $v := $value | humanize }}{{ $v }}{{ $v }}',
      ['prints humanize in {{ $v }}', 'prints humanize in {{ $v }}'],
    ],
    ['{{ $v := $value }}', []],
    [
      '{{ with $value }}{{ . | humanize }}{{ end }}',
      ['asks  in {{ with $value }}', 'prints humanize in {{ . | humanize }}'],
    ],
    ['{{ if gt $value 1.0 }}high{{ end }}', ['asks gt in {{ if gt $value 1.0 }}']],
    ['{{ $d := . }}{{ $d.Value }}', ['prints  in {{ $d.Value }}']],
    [
      '{{ query (printf "x > %f" $value) | first | value }}',
      ['asks printf(%f) query in {{ query (printf "x > %f" $value) | first | value }}'],
    ],
    ['{{ query "up" | first | value }}', []],
    ['{{ $labels.value }}', []],
    ['{{ define "a" }}{{ . }}{{ end }}{{ template "a" $value }}', ['prints  in {{ . }}']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('are placed where they are read', () => {
    const { tree } = parseTemplate('{{ $value | humanize }}/s', 'prometheus');
    expect(valueUses(tree)).toEqual([
      {
        span: { start: 3, end: 9 },
        action: { start: 0, end: 23 },
        functions: [{ name: 'humanize' }],
        printed: true,
      },
    ]);
  });
});

it('functions come with the release that brought them', () => {
  const { tree } = parseTemplate(
    '{{ $value | toTime }}{{ urlQueryEscape $labels.a | title }}',
    'prometheus',
  );
  expect(functionUses(tree)).toEqual([
    { name: 'toTime', since: '2.38', span: { start: 12, end: 18 } },
    { name: 'urlQueryEscape', since: '3.8', span: { start: 24, end: 38 } },
    { name: 'title', span: { start: 51, end: 56 } },
  ]);
});

describe('queries', () => {
  it.each([
    ['{{ query "sum(up)" | first | value }}', [['sum(up)', true]]],
    [
      `{{ with printf "up{job='%s'}" $labels.job | query }}{{ . }}{{ end }}`,
      [["up{job='x'}", false]],
    ],
    ['{{ query (printf "topk(%d, up)" 3) }}', [['topk(0, up)', false]]],
    ['{{ query $labels.query }}', [[undefined, undefined]]],
    [
      '{{ define "a" }}{{ query "up" }}{{ end }}{{ template "a" }}{{ template "a" }}',
      [['up', true]],
    ],
    ['{{ $labels.query }}', []],
  ])('%s', (text, expected) => {
    const { tree } = parseTemplate(text, 'prometheus');
    expect(queryUses(tree).map((query) => [query.text, query.exact])).toEqual(expected);
  });
});
