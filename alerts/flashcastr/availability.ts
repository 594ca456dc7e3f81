import { ruleGroup } from '../../lib/index.ts';
import { stack } from '../../systems/flashcastr/index.ts';
import { targetDown } from '../shared/target-down.ts';

const { 'invaders-bot': bot, 'invaders-consumer': consumer } = stack.jobs;

export const flashcastrTargetDown = targetDown([bot, consumer], {
  name: 'FlashcastrTargetDown',
  for: '2m',
  diagnosis: [
    'Open the Service Status dashboard: which of the two targets is down, and since when.',
    "Ask the service itself: `curl -sS $TARGET/health`. The producer answers on Railway's private network only.",
    "Look at the service's deploys and logs on Railway around that time.",
    'The consumer listens behind a reverse proxy with TLS: check its certificate and that its target has no port.',
  ],
  mitigation: [
    'Restart the service, or roll back the deploy that came just before.',
    'If the address changed, set `INVADERS_BOT_TARGET` or `INVADERS_CONSUMER_TARGET` and restart Prometheus.',
  ],
});

export default ruleGroup('flashcastr-availability', [flashcastrTargetDown]);
