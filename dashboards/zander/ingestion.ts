import { annotation, dashboard } from '../../lib/index.ts';
import { m } from '../../systems/zander/index.ts';
import { buffers } from './parts/buffers.ts';
import { connections } from './parts/connections.ts';
import { database } from './parts/database.ts';
import { http } from './parts/http.ts';
import { messages } from './parts/messages.ts';
import { overview } from './parts/overview.ts';
import { runtime } from './parts/runtime.ts';
import { datasource, user } from './parts/variables.ts';

export default dashboard({
  uid: 'zander-ingestion',
  title: 'Zander Ingestion Server',
  description:
    'Is the server up and are relays connected, do messages get through, is the database fast enough. Read from top to bottom.',
  tags: ['zander', 'ingestion'],
  refresh: '30s',
  time: '6h',
  cursor: 'crosshair',
  variables: [datasource, user],
  annotations: [
    // Deploys and crashes: the first question of most incidents.
    annotation({
      name: 'Server restarts',
      expr: m.process_start_time_seconds.changes('2m').gt(0),
      title: 'Ingestion server restarted',
      text: '{{instance}}',
      color: 'purple',
    }),
  ],
  rows: [overview, connections, messages, buffers, database, http, runtime],
});
