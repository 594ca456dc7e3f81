import { format, resolveConfig } from 'prettier';

import { dashboardText } from './dashboard-text.ts';
import { type Names, namesOf } from './names.ts';

/** The files of a new system, text by path from the root. */
export async function systemFiles(name: string): Promise<ReadonlyMap<string, string>> {
  const names = namesOf(name);
  const style = await resolveConfig(__filename);
  const texts = [
    [`systems/${name}/stack.ts`, stackText(names)],
    [`systems/${name}/metrics.ts`, metricsText(names)],
    [`systems/${name}/index.ts`, INDEX],
    [`alerts/${name}/availability.ts`, alertsText(names)],
    [`dashboards/${name}/overview.ts`, dashboardText(names)],
  ] as const;
  const formatted = texts.map(
    async ([file, text]) => [file, await format(text, { ...style, filepath: file })] as const,
  );
  return new Map(await Promise.all(formatted));
}

function stackText({ name, title }: Names): string {
  return `import { defineStack } from '../../lib/index.ts';

/** What is scraped, and the Prometheus and Grafana that run beside it. */
export const stack = defineStack({
  name: '${name}',
  title: '${title}',
  environment: {
    GF_SECURITY_ADMIN_PASSWORD: { help: "Password of Grafana's administrator.", secret: true },
  },
  prometheus: { version: '3.2.1', port: 9090, volume: 'prometheus_data' },
  jobs: { '${name}': { targets: ['app:8080'] } },
  datasources: [
    {
      uid: '${name}-prometheus',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
    },
  ],
  grafana: {
    image: 'grafana/grafana-oss:11.5.2',
    folder: '${title}',
    url: 'http://localhost:3000',
    environment: { GF_SECURITY_ADMIN_PASSWORD: '\${GF_SECURITY_ADMIN_PASSWORD}' },
    port: 3000,
    volume: 'grafana_data',
  },
  compose: {},
});
`;
}

function metricsText({ job }: Names): string {
  return `import { defineCatalog } from '../../lib/index.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { stack } from './stack.ts';

/** The application. */
export const app = defineCatalog(${job}, {
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'HTTP requests answered, by class of the status.',
    labels: { status: ['2xx', '3xx', '4xx', '5xx'] },
    // A counter with labels is not there before it is first incremented.
    optional: true,
  },
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time to answer a request.',
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5],
  },
});

/** Its scrapes. */
export const scrapes = defineCatalog(${job}, SCRAPE);

export const m = { ...app.m, ...scrapes.m };
`;
}

const INDEX = `import { defineSystem } from '../../lib/index.ts';
import { app, scrapes } from './metrics.ts';
import { stack } from './stack.ts';

export { m } from './metrics.ts';
export { stack } from './stack.ts';

export default defineSystem({ stack, catalogs: [app, scrapes] });
`;

function alertsText({ name, pascal, job }: Names): string {
  return `import { ruleGroup } from '../../lib/index.ts';
import { stack } from '../../systems/${name}/index.ts';
import { targetDown } from '../shared/target-down.ts';

export const appDown = targetDown([${job}], { name: '${pascal}TargetDown', for: '2m' });

export default ruleGroup('${name}-availability', [appDown]);
`;
}
