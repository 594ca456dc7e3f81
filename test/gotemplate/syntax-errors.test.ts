import { describe, expect, it } from 'vitest';

import { marked } from './marked.ts';

describe('what Prometheus refuses', () => {
  it.each([
    [
      '{{ $labels.job }',
      ['refused «}» `}` has no meaning in an action → an action ends with `}}`'],
    ],
    ['{{ $labels.job', ['refused «{{» the action needs a closing `}}`']],
    ['{{ $labels.job and {{ $value }}', ['refused «{{» the action needs a closing `}}`']],
    ['{{ "a }}', ['refused «"a }}» the string needs a closing `"`']],
    ['{{ `a }}', ['refused «`» the string needs a closing backquote']],
    ['{{/* a }}', ['refused «{{/*» the comment needs a closing `*/`']],
    ['{{/* a */ 1 }}', ['refused «*/» a comment fills its action: `}}` must follow `*/`']],
    ['{{ /* a */ }}', ['refused «/» `/` has no meaning in an action → divide in the query']],
    ['{{ $value * 100 }}', ['refused «*» `*` has no meaning in an action → multiply in the query']],
    [
      '{{ if $value > 1 }}{{ end }}',
      ['refused «>» `>` has no meaning in an action → use `gt a b`'],
    ],
    ['{{ }}', ['refused «}}» the action ends where a value is needed']],
    ['{{ | 1 }}', ['refused «|» `|` stands where a value is needed']],
    ['{{ (1 }}', ['refused «(» the parenthesis needs a closing `)`']],
    ['{{ 1) }}', ['refused «)» `)` stands where `}}` is needed']],
    ['{{ $labels-job }}', ['refused «-» `-` cannot follow `$labels`']],
    ['{{ $labels.job-x }}', ['refused «-» `-` cannot follow `.job`']],
    ['{{ "a"."b" }}', ['refused «"» `"` cannot follow `.`']],
    ['{{ "a".b }}', ['refused «"a".b» `"a"` has no fields']],
    ['{{ 1 | 2 }}', ['refused «2» `2` is not a function, so it cannot take a value']],
    ['{{ 1.2.3 }}', ['refused «.3» `.3` stands where a blank, `|` or the end is needed']],
    ['{{ 10x }}', ['refused «10x» `10x` is not a number']],
    [
      "{{ 'ab' }}",
      ["refused «'ab'» 'ab' is not one character, which single quotes hold → use \"ab\""],
    ],
    [
      '{{ "\\d" }}',
      ['refused «"\\d"» "\\d" has an escape that Go does not know → use `\\d` in backquotes'],
    ],
    [
      '{{ humanise $value }}',
      ['refused «humanise» `humanise` is not a template function of Prometheus → use `humanize`'],
    ],
    [
      '{{ labels.job }}',
      ['refused «labels» `labels` is not a template function of Prometheus → use `$labels`'],
    ],
    ['{{ job }}', ['refused «job» `job` is not a template function of Prometheus']],
    ['{{ $label.job }}', ['refused «$label» `$label` is not declared → use `$labels`']],
    ['{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}', ['refused «$x» `$x` is not declared']],
    ['{{ define "a" }}{{ $labels.x }}{{ end }}', ['refused «$labels» `$labels` is not declared']],
    ['{{ $a, $b := 1 }}', ['refused «$b» only `range` declares two variables']],
    ['{{ if 1 }}a', ['refused «{{ if 1 }}» `if` is never closed → add `{{ end }}`']],
    ['a{{ end }}', ['refused «end» `end` closes nothing']],
    ['{{ else }}', ['refused «else» `else` closes nothing']],
    ['{{ if 1 }}{{ else }}{{ else }}{{ end }}', ['refused «else» `if` has a second `else`']],
    ['{{ if }}a{{ end }}', ['refused «}}» the action ends where a value is needed']],
    ['{{ range 1 }}{{ else if 1 }}{{ end }}', ['refused «if» `if` stands where `}}` is needed']],
    ['{{ break }}', ['refused «break» `break` stands outside of `range`']],
    [
      '{{ if 1 }}{{ define "a" }}{{ end }}{{ end }}',
      ['refused «define» `define` stands inside another action'],
    ],
    [
      '{{ define "a" }}1{{ end }}{{ define "a" }}2{{ end }}',
      ['refused «{{ define "a" }}» "a" is defined twice'],
    ],
    [
      '{{ define "a" }}{{ else }}{{ end }}',
      ['refused «else» `define` has no `else`', 'refused «end» `end` closes nothing'],
    ],
    [
      '{{ template a }}',
      ['refused «a» `a` stands where the name of the template, as in `template "name"`, is needed'],
    ],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});

describe('recovery', () => {
  it.each([
    [
      '{{ $lable.a }} {{ $value | humanise }} {{ if gt $value 1 }}x',
      [
        'refused «$lable» `$lable` is not declared → use `$labels`',
        'refused «humanise» `humanise` is not a template function of Prometheus → use `humanize`',
        'refused «{{ if gt $value 1 }}» `if` is never closed → add `{{ end }}`',
      ],
    ],
    [
      '{{ $x := }}{{ $x }}{{ ) }}',
      [
        'refused «}}» the action ends where a value is needed',
        'refused «)» `)` stands where a value is needed',
      ],
    ],
    [
      '{{ if ( }}a{{ else }}{{ $y }}{{ end }}{{ $z }}',
      [
        'refused «}}» the action ends where a value is needed',
        'refused «$y» `$y` is not declared',
        'refused «$z» `$z` is not declared',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('keeps what it could read', () => {
    expect(marked(`${'{{ if 1 }}'.repeat(500)}`).at(-1)).toContain('nested too deeply');
    expect(marked(`{{ ${'('.repeat(5000)}`).at(-1)).toContain('nested too deeply');
  });
});
