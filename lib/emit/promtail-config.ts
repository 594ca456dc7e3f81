import type { LogSource, LogStage, Promtail } from '../catalog/index.ts';

/** The content of Promtail's configuration. */
export function promtailConfig(promtail: Promtail): object {
  return {
    server: { http_listen_port: 9080, grpc_listen_port: 0 },
    positions: { filename: `${positionsFolder(promtail)}/positions.yaml` },
    clients: [{ url: promtail.pushUrl }],
    scrape_configs: Object.entries(promtail.sources).map(([name, source]) =>
      scrapeConfig(name, source),
    ),
  };
}

/** Where Promtail remembers how far it has read each file. */
export function positionsFolder({ volume }: Promtail): string {
  return volume === undefined ? '/tmp' : '/promtail';
}

function scrapeConfig(name: string, { path, labels, stages }: LogSource): object {
  return {
    job_name: name,
    static_configs: [{ targets: ['localhost'], labels: { job: name, ...labels, __path__: path } }],
    pipeline_stages: stages?.map(stageConfig),
  };
}

function stageConfig(stage: LogStage): object {
  if ('docker' in stage) return { docker: {} };
  if ('multiline' in stage) {
    const { firstLine, maxWait, maxLines } = stage.multiline;
    return { multiline: { firstline: firstLine, max_wait_time: maxWait, max_lines: maxLines } };
  }
  if ('json' in stage) return { json: { expressions: stage.json } };
  if ('regex' in stage) return { regex: { expression: stage.regex } };
  if ('labels' in stage) {
    // Without a value, a label is the field of its own name.
    return { labels: Object.fromEntries(stage.labels.map((name) => [name, null])) };
  }
  if ('timestamp' in stage) return stage;
  return { output: { source: stage.output } };
}
