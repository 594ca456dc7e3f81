import { Combobox, Tooltip } from '@grafana/ui';

import type { PreviewSystem } from '../../../../lib/preview/protocol.ts';
import { change, useAddress } from '../../address/index.ts';

const HEALTHY = '';

/** What happens in the data: nothing, or one of the system's scenarios. */
export function ScenarioMenu({ system }: { readonly system: PreviewSystem | undefined }) {
  const { scenario } = useAddress();
  const scenarios = system?.scenarios ?? [];
  if (scenarios.length === 0) return null;
  const chosen = scenarios.find(({ name }) => name === scenario);
  return (
    <Tooltip content={chosen?.description ?? 'Everything works as it should'}>
      <div data-testid="scenario">
        <Combobox
          width="auto"
          minWidth={16}
          prefixIcon="bolt"
          options={[
            { label: 'healthy', value: HEALTHY, description: 'Everything works as it should' },
            ...scenarios.map(({ name, description }) => ({
              label: name,
              value: name,
              description,
            })),
          ]}
          value={scenario ?? HEALTHY}
          onChange={({ value }) => change({ scenario: value === HEALTHY ? undefined : value })}
        />
      </div>
    </Tooltip>
  );
}
