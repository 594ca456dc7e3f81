import { describe, expect, it } from 'vitest';

import { parseTemplate } from '../../lib/gotemplate/index.ts';
import { outline } from './outline.ts';

/** The shape of a template that Prometheus loads. */
function shape(text: string): string {
  const { tree, errors } = parseTemplate(text, 'prometheus');
  expect(errors.filter(({ effect }) => effect === 'refused')).toEqual([]);
  return outline(tree);
}

describe('operands', () => {
  it.each([
    ['{{ $labels.job }}', '{$labels.job}'],
    ['{{$labels.job}}', '{$labels.job}'],
    ['{{ .Labels.job }}', '{.Labels.job}'],
    ['{{ $.Labels.job }}', '{$.Labels.job}'],
    ['{{ . }}', '{.}'],
    ['{{ $ }}', '{$}'],
    ['{{ (index $labels "a").b }}', '{(index $labels "a").b}'],
    ['{{ now.x }}', '{now.x}'],
    ['{{ true }}{{ false }}', '{true} {false}'],
    ['{{ print nil }}', '{print nil}'],
    ['{{\n$value\n}}', '{$value}'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('literals', () => {
  it.each([
    ['{{ 10 }}', '{int 10}'],
    ['{{ 10.0 }}', '{float 10}'],
    ['{{ 1e3 }}', '{float 1000}'],
    ['{{ .5 }}', '{float 0.5}'],
    ['{{ -3 }}', '{int -3}'],
    ['{{ 0x1F }}', '{int 31}'],
    ['{{ 010 }}', '{int 8}'],
    ['{{ 1_000 }}', '{int 1000}'],
    ["{{ 'a' }}", '{int 97}'],
    ["{{ '\\n' }}", '{int 10}'],
    ['{{ 2i }}', '{other NaN}'],
    ['{{ "a\\tb\\"" }}', '{"a\\tb\\""}'],
    ['{{ "\\u00e9\\xc3\\xa9\\101" }}', '{"ééA"}'],
    ['{{ `a\\d` }}', '{"a\\\\d"}'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('pipelines', () => {
  it.each([
    ['{{ $value | humanize }}', '{$value | humanize}'],
    ['{{ $value|humanize|title }}', '{$value | humanize | title}'],
    ['{{ printf "%.2f" $value }}', '{printf "%.2f" $value}'],
    ['{{ $value | printf "%s %.2f" $labels.job }}', '{$value | printf "%s %.2f" $labels.job}'],
    ['{{ and (gt $value 1.0) true }}', '{and (gt $value float 1) true}'],
    ['{{ $x := 1 }}{{ $x = 2 }}', '{$x := int 1} {$x = int 2}'],
    ['{{ $x:=1 }}{{ $x }}', '{$x := int 1} {$x}'],
    ['{{ 1 | }}', '{int 1}'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('trimming', () => {
  it.each([
    ['a {{ 1 }} b', '"a " {int 1} " b"'],
    ['a {{- 1 }} b', '"a" {int 1} " b"'],
    ['a {{ 1 -}} b', '"a " {int 1} "b"'],
    ['a \n {{- 1 -}} \t b', '"a" {int 1} "b"'],
    ['{{- -1 -}}', '{int -1}'],
    ['{{-1}}', '{int -1}'],
    ['a {{/* note */}} b', '"a " " b"'],
    ['a {{- /* note */ -}} b', '"a" "b"'],
    ['a {{/* }} */}}b', '"a " "b"'],
    ['}} { {', '"}} { {"'],
    ['{{ 1 }}}', '{int 1} "}"'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('control', () => {
  it.each([
    ['{{ if 1 }}a{{ end }}', 'if int 1 {"a"}'],
    ['{{if 1}}a{{else}}b{{end}}', 'if int 1 {"a"} else {"b"}'],
    [
      '{{ if 1 }}a{{ else if 2 }}b{{ else }}c{{ end }}',
      'if int 1 {"a"} else {if int 2 {"b"} else {"c"}}',
    ],
    [
      '{{ with 1 }}a{{ else with 2 }}b{{ else }}c{{ end }}',
      'with int 1 {"a"} else {with int 2 {"b"} else {"c"}}',
    ],
    ['{{ range $labels }}{{ . }}{{ else }}b{{ end }}', 'range $labels {{.}} else {"b"}'],
    ['{{ range $k, $v := $labels }}{{ end }}', 'range $k, $v := $labels {}'],
    ['{{ range $v := $labels }}{{ break }}{{ end }}', 'range $v := $labels {break}'],
    [
      '{{ range $labels }}{{ if 1 }}{{ continue }}{{ end }}{{ end }}',
      'range $labels {if int 1 {continue}}',
    ],
    ['{{ define "a" }}x{{ end }}{{ template "a" . }}', 'define a {"x"} template a .'],
    ['{{ define `a` }}{{ end }}{{ template "a" }}', 'define a {} template a'],
    ['{{ block "a" $value }}x{{ end }}', 'define a {"x"} template a $value'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

it('places nodes in UTF-16 offsets', () => {
  const text = '🔥 {{- $labels.job | title -}} x';
  const { tree } = parseTemplate(text, 'prometheus');
  const [, action] = tree.nodes;
  expect(action?.kind).toBe('action');
  expect(action && text.slice(action.span.start, action.span.end)).toBe(
    '{{- $labels.job | title -}}',
  );
});
