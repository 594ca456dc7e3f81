import { Menu } from '@grafana/ui';

import { change, useAddress } from '../../address/index.ts';
import type { PanelJson } from '../../dashboard/index.ts';
import type { PanelData } from './use-panel-data.ts';

interface PanelMenuProps {
  readonly panel: PanelJson;
  readonly data: PanelData | undefined;
}

/** The panel alone or among the others; its queries as they were asked. */
export function PanelMenu({ panel, data }: PanelMenuProps) {
  const { viewPanel } = useAddress();
  const isAlone = viewPanel === panel.id;
  const queries = data?.answer.queries ?? [];
  return (
    <Menu>
      <Menu.Item
        label={isAlone ? 'Back to the dashboard' : 'View'}
        icon="eye"
        onClick={() => change({ viewPanel: isAlone ? undefined : panel.id })}
      />
      {queries.map(({ refId, expr }) => (
        <Menu.Item
          key={refId}
          label={`Copy query ${refId}`}
          description={expr}
          icon="copy"
          onClick={() => void navigator.clipboard.writeText(expr)}
        />
      ))}
    </Menu>
  );
}
