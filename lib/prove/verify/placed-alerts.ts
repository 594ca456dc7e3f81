import { Duration } from '../../catalog/index.ts';
import type { Where } from '../../diagnostics/index.ts';
import { type Alert, type System, whereIn } from '../../model/index.ts';

/** An alert with its place and how often it is evaluated. */
export interface PlacedAlert {
  readonly alert: Alert;
  /** Name of its group. */
  readonly group: string;
  readonly where: Where;
  /** Seconds. */
  readonly interval: number;
}

export function placedAlerts({ groups, stack }: System): readonly PlacedAlert[] {
  const usual = Duration.of(stack.prometheus.evaluationInterval).inSeconds;
  return groups.flatMap((loaded) =>
    loaded.value.rules.flatMap((rule): PlacedAlert[] => {
      if (rule.kind !== 'alert') return [];
      const path = [`group ${loaded.value.name}`, `alert ${rule.name}`];
      const interval = loaded.value.interval?.inSeconds ?? usual;
      const group = loaded.value.name;
      return [{ alert: rule, group, where: whereIn(loaded, rule.site, path), interval }];
    }),
  );
}
