import type { StackSpec } from '../../lib/index.ts';

const COMPOSE = 'docker compose -f docker-compose.production.yml';

/** Packs a volume into a file of the current folder. Compose names volumes after the project, `fluxbase`. */
function pack(volume: string, file: string): string {
  return `\`docker run --rm -v fluxbase_${volume}:/data:ro -v "$PWD":/backup alpine tar czf /backup/${file} -C /data .\``;
}

/** Puts the content of such a file in place of what the volume holds. */
function unpack(volume: string, file: string): string {
  return `\`docker run --rm -v fluxbase_${volume}:/data -v "$PWD":/backup:ro alpine sh -c "find /data -mindepth 1 -delete && tar xzf /backup/${file} -C /data"\``;
}

/** What the documentation promises about backups and passwords, with commands that do it, in the folder `deploy`. */
export const procedures = [
  {
    title: 'First start',
    purpose: 'In the folder `deploy`, once.',
    steps: [
      '`cp .env.example .env`, and fill it in. `GF_SECURITY_ADMIN_PASSWORD` counts at the first start only, and everybody knows its default.',
      'For HTTPS put `tls.crt` and `tls.key` into `nginx/ssl`.',
      `\`${COMPOSE} up -d\``,
      'http://localhost:9090/targets: every target is UP. Where `fluxbase` is not, its release serves metrics on another port: set `FLUXBASE_METRICS_PORT`.',
      'http://localhost:3000 has the dashboards in the folder Fluxbase. From elsewhere: `ssh -L 3000:localhost:3000 HOST`; only NGINX listens to the network.',
    ],
  },
  {
    title: 'Changing the password of Grafana',
    purpose:
      'When it is known to somebody who left, or is still the default. The variable has no effect once Grafana has its database.',
    steps: [
      `\`${COMPOSE} exec grafana grafana cli admin reset-admin-password NEW\``,
      'Write the new one to `.env` as well, for the day on which the volume is made anew.',
    ],
  },
  {
    title: 'Backup',
    purpose:
      'Every night, in the folder `deploy`. A database that is written to while it is copied cannot be trusted: each is stopped for the moment. Samples of that moment are missing, and no alert fires in it.',
    steps: [
      `\`${COMPOSE} stop prometheus\``,
      pack('prometheus_data', 'prometheus-backup.tar.gz'),
      `\`${COMPOSE} start prometheus\``,
      `\`${COMPOSE} stop grafana\``,
      pack('grafana_data', 'grafana-backup.tar.gz'),
      `\`${COMPOSE} start grafana\``,
      '`tar tzf prometheus-backup.tar.gz | head` lists blocks and `wal`; move both files to another machine.',
    ],
  },
  {
    title: 'Restore',
    purpose: 'Replaces everything that the volumes hold with the last backup.',
    steps: [
      `\`${COMPOSE} stop prometheus grafana\``,
      unpack('prometheus_data', 'prometheus-backup.tar.gz'),
      unpack('grafana_data', 'grafana-backup.tar.gz'),
      `\`${COMPOSE} start prometheus grafana\``,
    ],
  },
  {
    title: 'Prometheus needs too much memory',
    purpose: 'Its memory follows the number of series. Open Monitoring, row "Scrapes and series".',
    steps: [
      '"Samples by job": the job that grew. "New series by job": a job that makes new ones all the time.',
      '`topk(10, count by (__name__) ({job="fluxbase"}))` in Prometheus names its largest metrics, `count(count by (LABEL) (METRIC))` the label at fault.',
      'Known: `fluxbase_rate_limit_hits_total` has a series for every caller (`identifier`). Drop it with `metricRelabel` of the job where the dashboard is not worth it.',
      'Otherwise: take the label out of the metric, scrape less often, or keep less (`retention`).',
    ],
  },
] as const satisfies StackSpec['procedures'];
