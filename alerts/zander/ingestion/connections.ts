import { alert, constant, given, type Samples, stale } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { SERVER } from './server.ts';

const relays = (samples: Samples, instance: string = SERVER.instance) =>
  given(m.edge_relay_connections, { ...SERVER, instance }, samples);

const CONNECTED = constant(3).lasting('5m');

export const noConnections = alert({
  name: 'NoConnections',
  // Of all servers together, and also when none can be asked: without the zero it would be silent then.
  expr: m.edge_relay_connections.sum().orZero().eq(0),
  for: '10m',
  severity: 'warning',
  summary: 'No edge relay is connected',
  description: 'Nothing has been sending data for ten minutes.',
  runbook: {
    meaning:
      'No edge relay has had a connection to any ingestion server for ten minutes, or no server says how many have.',
    impact: 'No new EEG data: consumers see a frozen stream, and the database has a gap.',
    diagnosis: [
      'Row Overview, "Endpoints": DOWN means that the server cannot be asked, and IngestionDown or CustomMetricsDown is the real alert.',
      'Is a recording planned now. Outside of sessions no relay needs to be connected.',
      'Connect by hand with the key of the relays: `wscat -c wss://<host>/stream`. Refused: the key; no answer: the proxy, the certificate, the network.',
      'The log of the server: connections that end at once, and with which code.',
      'The log of a relay: does it try, and what does it get.',
    ],
    mitigation: [
      'Relays stopped trying: restart them.',
      'The key changed: give relays and server the same `EDGE_API_KEY`.',
      'The proxy or the host refuses WebSockets: roll the last change there back.',
      'Nothing is planned: silence the alert until the next session.',
    ],
  },
  cases: [
    {
      name: 'fires after ten minutes without a relay',
      given: [relays(CONNECTED.then(constant(0)))],
      at: '15m',
      fires: [{}],
    },
    {
      name: 'is quiet a minute before the ten are over',
      given: [relays(CONNECTED.then(constant(0)))],
      at: '14m',
    },
    { name: 'is quiet with a single relay', given: [relays(constant(1))], at: '30m' },
    {
      name: 'is quiet where one of two servers has no relay',
      given: [relays(constant(0)), relays(constant(2), 'ingestion-2:8000')],
      at: '30m',
    },
    {
      name: 'fires where the server is gone and its series with it',
      given: [relays(CONNECTED.then(stale()))],
      at: '15m',
      fires: [{}],
    },
    {
      name: 'is quiet where a relay came back for a minute',
      given: [relays(constant(0).lasting('9m').then(constant(1).lasting('1m')).then(constant(0)))],
      at: '19m',
    },
  ],
});
