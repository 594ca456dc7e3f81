import { annotation, linkToTags } from '../../../lib/index.ts';
import { m } from '../../../systems/love-parser/index.ts';

/** What all dashboards of the system have in common. */
export const frame = {
  tags: ['love-parser'],
  refresh: '30s',
  time: '6h',
  cursor: 'crosshair',
  links: [linkToTags(['love-parser'], 'Love Parser')],
  annotations: [
    // Deploys and crashes: the first question of most incidents.
    annotation({
      name: 'Backend restarts',
      expr: m.process_start_time_seconds.changes('2m').gt(0),
      title: 'Backend restarted',
      text: '{{instance}}',
      color: 'purple',
    }),
  ],
} as const;
