import { ToolbarButton } from '@grafana/ui';

import { change, useAddress } from '../../address/index.ts';

export function ThemeSwitch() {
  const { theme } = useAddress();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <ToolbarButton
      icon="palette"
      variant="canvas"
      tooltip={`Show it in the ${other} theme`}
      onClick={() => change({ theme: other })}
    />
  );
}
