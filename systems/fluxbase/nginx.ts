import type { Service } from '../../lib/index.ts';

/** To the application, WebSockets included. Its metrics are for Prometheus only, which asks it directly. */
const LOCATION = `location = /metrics { return 404; }
location / {
  # Docker's name server, asked again: the container has another address after each deploy.
  resolver 127.0.0.11 valid=10s;
  set $upstream fluxbase:8080;
  proxy_pass http://$upstream;
  proxy_http_version 1.1;
  proxy_set_header Host $host;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection $connection_upgrade;
  client_max_body_size 0;
}
`;

const HTTP_SITE = `map $http_upgrade $connection_upgrade { default upgrade; '' close; }
server { listen 80; include /etc/nginx/location.conf; }
`;

const HTTPS_SITE = `server {
  listen 443 ssl;
  ssl_certificate /etc/nginx/ssl/tls.crt;
  ssl_certificate_key /etc/nginx/ssl/tls.key;
  include /etc/nginx/location.conf;
}
`;

/** Writes the configuration itself, so that no file has to be beside the Compose file. */
const START = `cd /etc/nginx
printf %s "$LOCATION" > location.conf
printf %s "$HTTP_SITE" > conf.d/default.conf
[ ! -f ssl/tls.crt ] || printf %s "$HTTPS_SITE" > conf.d/https.conf
exec nginx -g 'daemon off;'
`;

/** The only container that the network reaches. It speaks TLS once `tls.crt` and `tls.key` are in `deploy/nginx/ssl`. */
export const nginx = {
  image: 'nginx:1.27-alpine',
  command: ['sh', '-c', START],
  environment: { LOCATION, HTTP_SITE, HTTPS_SITE },
  ports: ['80:80', '443:443'],
  volumes: ['./nginx/ssl:/etc/nginx/ssl:ro'],
  dependsOn: ['fluxbase'],
} as const satisfies Service;
