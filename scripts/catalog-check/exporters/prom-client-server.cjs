/* global gc */
/** Serves the default metrics of prom-client on the port given; needs `--expose-gc`. */
const { createServer } = require('node:http');

const { collectDefaultMetrics, register } = require('prom-client');

collectDefaultMetrics();
// Collections are counted by kind, and only once there was one.
gc();
gc({ type: 'minor' });

const server = createServer(async (_, response) => {
  response.setHeader('Content-Type', register.contentType);
  response.end(await register.metrics());
});
server.listen(Number(process.argv[2]), '127.0.0.1');
