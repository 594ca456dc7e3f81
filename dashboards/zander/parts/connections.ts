import { noConnections } from '../../../alerts/zander/ingestion/connections.ts';
import { byName, row, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';

/** Who is there. */
export const connections = row('Connections and sessions', [
  timeseries(
    'Edge relay connections',
    'Edge relays that are connected to each server, and to all. All at 0 for ten minutes raises an alert; a fall to 0 of all at once is the server or its proxy, one by one it is the relays.',
  )
    .query(m.edge_relay_connections.sumBy('instance').legend('{{instance}}'))
    .alert(noConnections, 'All servers')
    .unit('short')
    .min(0)
    .decimals(0)
    .override(byName('All servers'), { lineStyle: 'dash' }),
  timeseries(
    'Consumer connections',
    'Consumers that are subscribed on each server. Nothing in the server sets this gauge yet: 0 or no data says nothing about consumers.',
  )
    .query(m.consumer_connections.sumBy('instance').legend('{{instance}}'))
    .unit('short')
    .min(0)
    .decimals(0),
  timeseries(
    'Session activity',
    'Sessions begun and ended per minute. Many of both: relays connect and drop again; look at the log of one of them.',
  )
    .query(
      m.sessions_created_total.rate().sum().mul(60).legend('Created'),
      m.sessions_ended_total.rate().sum().mul(60).legend('Ended'),
    )
    .unit('cpm')
    .min(0)
    .override(byName('Created'), { color: 'green' })
    .override(byName('Ended'), { color: 'blue' }),
]);
