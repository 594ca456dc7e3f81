/** A file of so many rules, half of them recording, as large installations generate them: one group for each service. */
export function rulesText(rules: number): string {
  const groups = Array.from({ length: Math.ceil(rules / PER_GROUP) }, (_, group) => {
    const size = Math.min(PER_GROUP, rules - group * PER_GROUP);
    const texts = Array.from({ length: size }, (_, i) => TEMPLATES[i % TEMPLATES.length] ?? '');
    const of = (text: string, i: number) =>
      text.replaceAll('%s', `service_${group}`).replaceAll('%i', `${i}`);
    return `  - name: service-${group}\n    rules:\n${texts.map(of).join('')}`;
  });
  return `groups:\n${groups.join('')}`;
}

const PER_GROUP = 20;

const TEMPLATES = [
  `      - record: job:%s_requests_%i:rate5m
        expr: sum by (job, code) (rate(%s_requests_total{code!=""}[5m]))
`,
  `      - alert: ErrorsOf%s%i
        expr: |
          sum by (job) (job:%s_requests_0:rate5m{code=~"5.."})
            / sum by (job) (job:%s_requests_0:rate5m) > 0.0%i5
        for: 10m
        labels: { severity: critical }
        annotations:
          summary: '{{ $labels.job }} fails'
          description: '{{ $value | humanizePercentage }} of the requests of {{ $labels.job }} fail.'
`,
  `      - record: job_route:%s_latency_seconds_%i:p99
        expr: histogram_quantile(0.99, sum by (job, route, le) (rate(%s_latency_seconds_bucket[5m])))
`,
  `      - alert: SlowRoutesOf%s%i
        expr: job_route:%s_latency_seconds_2:p99 > %i and on (job) sum by (job) (job:%s_requests_0:rate5m) > 10
        for: 15m
        labels: { severity: warning }
        annotations:
          summary: '{{ $labels.route }} is slow'
          description: 'The p99 is {{ $value | humanizeDuration }}.'
`,
];
