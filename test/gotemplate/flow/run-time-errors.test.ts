import { describe, expect, it } from 'vitest';

import { marked } from '../marked.ts';

describe('what fails when the alert fires', () => {
  it.each([
    // Fields.
    ['{{ .labels.job }}', ['failed «labels» the data has no field `labels` → use `.Labels`']],
    ['{{ .Labels.job }}', []],
    ['{{ .Value.x }}', []],
    [
      '{{ $labels.job.name }}',
      ['failed «name» `.name` is read from a string, which has no fields'],
    ],
    [
      '{{ with $labels.job }}{{ .Labels.instance }}{{ end }}',
      [
        'failed «Labels» `.Labels` is read from a string, which has no fields → use `$.Labels`: `.` is not the alert in here',
      ],
    ],
    ['{{ with $labels.job }}{{ $.Labels.instance }}{{ end }}', []],
    [
      '{{ range query "up" }}{{ .Label.job }}{{ end }}',
      ['failed «Label» a sample has no field `Label` → use `.Labels`'],
    ],
    ['{{ range query "up" }}{{ .Labels.job }}{{ end }}', []],

    // Arguments.
    ['{{ humanize }}', ['failed «humanize» `humanize` takes 1 argument, and gets 0']],
    ['{{ value }}', ['failed «value» `value` takes 1 argument, and gets 0 → use `$value`']],
    ['{{ $value | humanize 1 }}', ['failed «humanize» `humanize` takes 1 argument, and gets 2']],
    ['{{ printf }}', ['failed «printf» `printf` takes 1 argument or more, and gets 0']],
    ['{{ eq $labels.job }}', ['failed «eq» `eq` takes 2 arguments or more, and gets 1']],
    [
      '{{ toUpper $value }}',
      [
        'failed «$value» `toUpper` takes a string, and `$value` is a float64 → print it: `printf "%v"`',
      ],
    ],
    [
      '{{ $value | toUpper }}',
      [
        'failed «toUpper» `toUpper` takes a string, and the value is a float64 → print it: `printf "%v"`',
      ],
    ],
    ['{{ $value | printf "%v" | toUpper }}', []],
    [
      '{{ humanize $labels }}',
      ['failed «$labels» `humanize` takes a number, and `$labels` is a map of labels'],
    ],
    ['{{ humanize $labels.size }}', []],
    [
      '{{ humanize "abc" }}',
      ['failed «"abc"» `humanize` takes a number, and `"abc"` does not spell a number'],
    ],
    ['{{ humanize "1e3" }}', []],
    [
      '{{ query "up" | value }}',
      ['failed «value» `value` takes a sample, and the value is the result of a query'],
    ],
    ['{{ query "up" | first | value }}', []],
    [
      '{{ label (query "up" | first) "job" }}',
      [
        'failed «(query "up" | first)» `label` takes a string, and `(query "up" | first)` is a sample',
        'failed «"job"» `label` takes a sample, and `"job"` is a string',
      ],
    ],
    ['{{ $labels.job 1 }}', ['failed «job» `.job` is not a function, so it cannot take a value']],
    ['{{ $value 1 }}', ['failed «$value 1» `$value` is not a function, so it cannot take `1`']],
    ['{{ "a" "b" }}', ['failed «"a" "b"» `"a"` is not a function, so it cannot take `"b"`']],
    ['{{ nil }}', ['failed «nil» `nil` alone is not a value to print']],
    ['{{ index $labels 1 }}', ['failed «1» the index of a map of labels is a string, not an int']],
    ['{{ index $labels "job" }}', []],
    [
      '{{ index $value 1 }}',
      ['failed «$value» `index` looks into maps and lists, and not into a float64'],
    ],
    [
      '{{ len $value }}',
      ['failed «$value» `len` takes a map, a list or a string, and not a float64'],
    ],
    ['{{ len $labels }}', []],

    // Comparisons.
    [
      '{{ if gt $value 10 }}{{ end }}',
      ['failed «gt» `gt` cannot compare a float64 with an int → use `10.0`'],
    ],
    ['{{ if gt $value 10.0 }}{{ end }}', []],
    [
      '{{ if eq $labels.job 1 }}{{ end }}',
      ['failed «eq» `eq` cannot compare a string with an int'],
    ],
    ['{{ if eq $labels.job "api" "web" }}{{ end }}', []],
    ['{{ if lt true false }}{{ end }}', ['failed «lt» `lt` cannot order bools']],
    ['{{ if gt (len $labels) 1 }}{{ end }}', []],

    // Patterns.
    [
      '{{ match "(" $labels.job }}',
      ['failed «"("» `(` is not a regular expression of RE2: missing closing ): `(`'],
    ],
    [
      '{{ match "(?!a)" "b" }}',
      [
        'failed «"(?!a)"» `(?!a)` is not a regular expression of RE2: invalid or unsupported Perl syntax: `(?!`',
      ],
    ],
    ['{{ match "a+" $labels.job }}', []],

    // Control.
    [
      '{{ range $value }}{{ end }}',
      ['failed «$value» `$value` is a float64, so `range` cannot go through it'],
    ],
    ['{{ range $labels }}{{ end }}', []],
    ['{{ template "a" }}', ['failed «{{ template "a" }}» the template "a" is not defined']],
    ['{{ $x = 1 }}', ['failed «$x» `$x` is assigned but not declared → use `$x :=`']],
    [
      '{{ define "a" }}{{ .Job }}{{ end }}{{ template "a" . }}',
      [
        'failed «Job» the data has no field `Job` → it has Labels, ExternalLabels, ExternalURL, Value',
      ],
    ],
    // Never called.
    ['{{ define "a" }}{{ .Job }}{{ end }}', []],
    ['{{ define "a" }}{{ .job }}{{ end }}{{ template "a" $labels }}', []],
    ['{{ define "a" }}{{ template "a" . }}{{ end }}{{ template "a" $labels }}', []],
    // It may be either.
    ['{{ $x := 1 }}{{ if $labels.a }}{{ $x = "a" }}{{ end }}{{ toUpper $x }}', []],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});

describe('what prints `%!`', () => {
  it.each([
    [
      '{{ printf "%d" $value }}',
      ['garbled «$value» `%d` does not format a float64, which `$value` is → use `%.0f`'],
    ],
    [
      '{{ printf "%s" $value }}',
      ['garbled «$value» `%s` does not format a float64, which `$value` is → use `%v`'],
    ],
    [
      '{{ $value | printf "%d" }}',
      ['garbled «printf» `%d` does not format a float64, which the value is → use `%.0f`'],
    ],
    [
      '{{ printf "%.2f" $labels.size }}',
      [
        'garbled «$labels.size» `%.2f` does not format a string, which `$labels.size` is → use `%s`',
      ],
    ],
    ['{{ printf "%f" 1 }}', ['garbled «1» `%f` does not format an int, which `1` is → use `%d`']],
    [
      '{{ printf "%.2f%" $value }}',
      [
        'garbled «"%.2f%"» `%` at the end of the format is not a verb → a percent sign is written `%%`',
      ],
    ],
    [
      '{{ printf "%.1f% of" $value }}',
      [
        'garbled «"%.1f% of"» `%.1f% of` formats 2, and `printf` gets 1 value → a percent sign is written `%%`',
      ],
    ],
    [
      '{{ printf "%y" $value }}',
      ['garbled «"%y"» `%y` is not a verb of `printf` → a percent sign is written `%%`'],
    ],
    [
      '{{ printf "%s %s" $labels.a }}',
      ['garbled «"%s %s"» `%s %s` formats 2, and `printf` gets 1 value'],
    ],
    [
      '{{ printf "%s" $labels.a $labels.b }}',
      ['garbled «"%s"» `%s` formats 1, and `printf` gets 2 values'],
    ],
    ['{{ printf "%[3]s" "a" "b" }}', ['garbled «"%[3]s"» `printf` gets no value 3']],
    ['{{ printf "%.2f%%" $value }}', []],
    ['{{ printf "%v %T %x" $value $value $value }}', []],
    ['{{ printf "%s %q %v" $labels.a $labels.b $labels }}', []],
    ['{{ printf "%d %c %x" 1 2 3 }}', []],
    ['{{ printf "%*d" 5 1 }}', []],
    ['{{ printf $labels.format $value }}', []],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});
