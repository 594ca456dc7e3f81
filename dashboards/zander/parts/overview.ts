import { customMetricsDown, ingestionDown } from '../../../alerts/zander/ingestion/availability.ts';
import { gauge, organize, row, stat, steps, table } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { UP_OR_DOWN } from '../../shared/up-or-down.ts';

const failed = m.messages_failed_total.rate().sum();
const received = m.messages_received_total.rate().sum();

/**
 * Is it up, is anybody connected, does it work: the first look. What may have no value is asked for at this moment only:
 * the last value known would go on for hours after the server is gone.
 */
export const overview = row(
  'Overview',
  [
    stat(
      'Endpoints',
      'Whether Prometheus reaches each of the two endpoints. DOWN explains every empty panel: without `zander-ingestion-custom` all rows down to Database are empty. See the runbook of IngestionDown.',
    )
      .query(m.up.minBy('job').legend('{{job}}'))
      .instant()
      .linkedFrom(ingestionDown, customMetricsDown)
      .unit('none')
      .mappings(UP_OR_DOWN)
      .thresholds(steps([{ color: 'red' }, { from: 1, color: 'green' }]))
      .noValue('no target')
      .options({ colorMode: 'background', graphMode: 'none', textMode: 'value_and_name' })
      .width(5),
    stat(
      'Active connections',
      'Edge relays and consumers that are connected. Red: nobody is; see the runbook of NoConnections.',
    )
      .query(
        m.edge_relay_connections
          .sum()
          .orZero()
          .add(m.consumer_connections.sum().orZero())
          .legend('Connections'),
      )
      .unit('short')
      .thresholds(
        steps([{ color: 'red' }, { from: 1, color: 'yellow' }, { from: 5, color: 'green' }]),
      )
      .width(4),
    stat(
      'Active sessions',
      'Sessions that are open. Connections without sessions: relays are connected and send nothing.',
    )
      .query(m.active_sessions.sum().legend('Sessions'))
      .instant()
      .unit('short')
      .color('blue')
      .width(3),
    stat(
      'Messages processed in range',
      'Messages that were fully handled in the time range of the dashboard. 0 while relays are connected: look at the failures.',
    )
      .query(m.messages_processed_total.increase('$__range').sum().legend('Processed'))
      .unit('short')
      .color('blue')
      .noValue('0')
      .width(4),
    gauge(
      'Failure percentage',
      'Share of all received messages whose handler raised, now. Red from 5 %: row Messages says of which type and why.',
    )
      .query(failed.orZero().div(received.gt(0)).legend('Failed share'))
      .instant()
      .unit('percentunit')
      .min(0)
      .max(0.1)
      .decimals(2)
      .thresholds(
        steps([{ color: 'green' }, { from: 0.01, color: 'yellow' }, { from: 0.05, color: 'red' }]),
      )
      .noValue('no traffic')
      .width(4),
    table(
      'Application info',
      'Version and environment of every server that runs. Two rows of one environment: a deploy is under way, or stuck.',
    )
      .query(
        m.zander_ingestion_info
          .maxBy('version', 'environment')
          .legend('{{version}} {{environment}}'),
      )
      .unit('none')
      .transform(
        organize({
          hide: ['Time', 'Value'],
          rename: { version: 'Version', environment: 'Environment' },
          order: ['version', 'environment'],
        }),
      )
      .options({ minWidth: 80 })
      .width(4),
  ],
  { height: 5 },
);
