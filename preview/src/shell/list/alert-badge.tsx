import { Badge, type BadgeColor } from '@grafana/ui';

import { useAddress } from '../../address/index.ts';
import { fetchAlerts, queueOf } from '../../api/index.ts';
import { SafeLink } from '../../links/index.ts';
import { useAnswer } from '../../remote/index.ts';

interface AlertBadgeProps {
  readonly system: string;
  readonly version: number;
}

/** One system after the other: each starts a Prometheus. */
const inTurn = queueOf(1);

/** How many alerts of a system fire; a click leads to them. */
export function AlertBadge({ system, version }: AlertBadgeProps) {
  const { scenario } = useAddress();
  const { value, error } = useAnswer(`${version} ${system} ${scenario}`, () =>
    inTurn(0, () => fetchAlerts(system, scenario)),
  );
  const states = value?.alerts.map(({ state }) => state) ?? [];
  const firing = states.filter((state) => state === 'firing').length;
  const pending = states.filter((state) => state === 'pending').length;
  const [text, color]: readonly [string, BadgeColor] =
    error !== undefined
      ? ['alerts unknown', 'orange']
      : value === undefined
        ? ['alerts …', 'blue']
        : firing > 0
          ? [`${firing} of ${states.length} alerts firing`, 'red']
          : pending > 0
            ? [`${pending} of ${states.length} alerts pending`, 'orange']
            : [`${states.length} alerts quiet`, 'green'];
  return (
    <SafeLink href={`/alerts/${encodeURIComponent(system)}`} title={error ?? ''}>
      <Badge text={text} color={color} icon={firing > 0 ? 'heart-break' : 'heart'} />
    </SafeLink>
  );
}
