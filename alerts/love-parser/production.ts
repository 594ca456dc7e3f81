import { ruleGroup } from '../../lib/index.ts';
import { broadcastQueueStuck } from './production/broadcast.ts';
import { databaseConnectionPoolExhausted } from './production/database.ts';
import { diskSpaceRunningLow, memoryUsageHigh, redisIsDown } from './production/dependencies.ts';
import { highErrorRate, highLatency } from './production/http.ts';
import { paymentCallbackFailure } from './production/payments.ts';

/** In the order in which they say that users are affected: what they see, what it stands on, what will happen. */
export default ruleGroup('love-parser-production', [
  highErrorRate,
  highLatency,
  databaseConnectionPoolExhausted,
  redisIsDown,
  broadcastQueueStuck,
  paymentCallbackFailure,
  diskSpaceRunningLow,
  memoryUsageHigh,
]);
