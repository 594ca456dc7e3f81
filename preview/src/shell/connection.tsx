import { Alert } from '@grafana/ui';

import { useLiveState } from '../api/index.ts';

/** Says that the page is out of date; the browser tries again by itself. */
export function Connection() {
  if (!useLiveState().isLost) return null;
  return (
    <div
      style={{
        position: 'fixed',
        top: 8,
        left: '50%',
        transform: 'translateX(-50%)',
        zIndex: 2000,
      }}
    >
      <Alert severity="warning" title="The server of this page does not answer" bottomSpacing={0}>
        What is shown is what it said last. Trying again.
      </Alert>
    </div>
  );
}
