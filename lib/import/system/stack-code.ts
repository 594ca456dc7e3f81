import { type Code, json, object } from '../source/index.ts';

/** A stack to start from: what is scraped is not known from dashboards and rules. */
export function stackCode(system: string): Code {
  return {
    kind: 'call',
    callee: { kind: 'name', name: 'defineStack' },
    args: [
      object({
        name: json(system),
        title: json(titleOf(system)),
        environment: json({
          GF_SECURITY_ADMIN_PASSWORD: {
            help: "Password of Grafana's administrator.",
            secret: true,
          },
        }),
        prometheus: json({ version: '3.2.1', port: 9090, volume: 'prometheus_data' }),
        jobs: json({ [system]: { targets: ['localhost:8080'] } }),
        datasources: json([
          {
            uid: `${system}-prometheus`,
            name: 'Prometheus',
            type: 'prometheus',
            url: 'http://prometheus:9090',
            default: true,
          },
        ]),
        grafana: json({
          image: 'grafana/grafana-oss:11.5.2',
          folder: titleOf(system),
          url: 'http://localhost:3000',
          environment: { GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD}' },
          port: 3000,
          volume: 'grafana_data',
        }),
        compose: json({}),
      }),
    ],
  };
}

function titleOf(system: string): string {
  return system
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
