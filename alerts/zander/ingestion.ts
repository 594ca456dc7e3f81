import { ruleGroup } from '../../lib/index.ts';
import { customMetricsDown, ingestionDown } from './ingestion/availability.ts';
import { bufferFull } from './ingestion/buffers.ts';
import { noConnections } from './ingestion/connections.ts';
import { pendingWritesHigh, slowDatabaseWrites } from './ingestion/database.ts';
import { highErrorRate } from './ingestion/messages.ts';

export default ruleGroup('ingestion_alerts', [
  highErrorRate,
  bufferFull,
  noConnections,
  ingestionDown,
  customMetricsDown,
  slowDatabaseWrites,
  pendingWritesHigh,
]);
