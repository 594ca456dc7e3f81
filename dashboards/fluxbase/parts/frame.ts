import { datasourceVariable, linkToTags } from '../../../lib/index.ts';

/** What all dashboards of the system have in common. */
export const frame = {
  tags: ['fluxbase'],
  refresh: '30s',
  time: '6h',
  cursor: 'crosshair',
  variables: [
    datasourceVariable('datasource', 'prometheus', {
      label: 'Prometheus',
      initial: 'fluxbase-prom',
    }),
  ],
  links: [linkToTags(['fluxbase'], 'Fluxbase')],
} as const;
