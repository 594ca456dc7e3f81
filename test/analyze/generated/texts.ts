import fc, { type Arbitrary } from 'fast-check';

const plain = fc.constantFrom('Queue', '$queue', '%', ' of ', '5', '$$');

function sentence(parts: Arbitrary<string>): Arbitrary<string> {
  return fc.array(fc.oneof(plain, parts), { maxLength: 5 }).map((words) => words.join(' '));
}

/** Names of series, as panels have them. */
export const legend = sentence(
  fc.constantFrom('{{queue}}', '{{ instance }}', '{{nothing}}', '{{__name__}}', '{{a.b}}'),
);

/** Texts of alerts, with what Go's templates can do in them. */
export const template = sentence(
  fc.constantFrom(
    '{{ $value }}',
    '{{ $value | humanizePercentage }}',
    '{{ printf "%.2f" $value | humanize }}',
    '{{ $labels.queue }}',
    '{{ .Labels.nothing }}',
    '{{ index $labels "route" }}',
    '{{ $externalLabels.cluster }}',
    '{{ if gt $value 5.0 }}much{{ else }}little{{ end }}',
    '{{ range query "sum by (queue) (queue_depth)" }}{{ .Labels.queue }} {{ .Value }}{{ end }}',
    '{{ with query "up" }}{{ . | first | value | humanize }}{{ end }}',
    '{{ define "x" }}y{{ end }}{{ template "x" . }}',
    '{{ $x := $value }}{{ $x }}',
    '{{- /* nothing */ -}}',
    '{{ nosuchfunction }}',
  ),
);
