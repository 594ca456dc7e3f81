import { describe, expect, it } from 'vitest';

import { labelUses, parseTemplate } from '../../lib/gotemplate/index.ts';
import { marked } from './marked.ts';

describe('notifications', () => {
  it.each([
    [
      '{{ range .Alerts.Firing }}{{ .Labels.severity }} {{ .StartsAt.Format "15:04" }}{{ end }}',
      [],
    ],
    ['{{ .GroupLabels.SortedPairs.Values | join " " }} {{ .Alerts | len }}', []],
    ['{{ range .CommonLabels.SortedPairs }}{{ .Name }}={{ .Value }}{{ end }}', []],
    ['{{ (.CommonLabels.Remove (stringSlice "alertname")).Names }}', []],
    ['{{ (index .Alerts 0).StartsAt | since | humanizeDuration }}', []],
    ['{{ template "slack.default.title" . }}', []],
    ['{{ toJson .Alerts }}{{ (dict "a" 1).a }}', []],
    ['{{ $labels.job }}', ['refused «$labels» `$labels` is not declared']],
    [
      '{{ .CommonLabels.job | humanize }}',
      ['refused «humanize» `humanize` is not a template function of Alertmanager'],
    ],
    [
      '{{ range .Alerts }}{{ .CommonLabels.job }}{{ end }}',
      [
        'failed «CommonLabels» an alert has no field `CommonLabels` → use `$.CommonLabels`: `.` is not the alert in here',
      ],
    ],
    [
      '{{ .Alerts.Labels.job }}',
      ['failed «Labels» `.Labels` is read from a list, which has no fields'],
    ],
    [
      '{{ .GroupLabels.Values | toUpper }}',
      ['failed «toUpper» `toUpper` takes a string, and the value is a list'],
    ],
  ])('%s', (text, expected) => {
    expect(marked(text, 'alertmanager')).toEqual(expected);
  });
});

it('labels come from the group, from what alerts share, or from an alert', () => {
  const text =
    '{{ .GroupLabels.a }}{{ .CommonLabels.b }}{{ .CommonAnnotations.c }}{{ range .Alerts }}{{ .Labels.d }}{{ .Annotations.e }}{{ end }}{{ .CommonLabels.SortedPairs }}';
  const { tree } = parseTemplate(text, 'alertmanager');
  expect(labelUses(tree).map(({ label, from }) => [from.kind, label])).toEqual([
    ['group', 'a'],
    ['common', 'b'],
    ['common-annotations', 'c'],
    ['alert', 'd'],
    ['annotations', 'e'],
  ]);
});
