import type { LinkModel } from '@grafana/data';
import {
  Portal,
  VizTooltipColorIndicator,
  VizTooltipColorPlacement,
  VizTooltipContainer,
  VizTooltipContent,
  VizTooltipHeader,
  type VizTooltipItem,
  VizTooltipWrapper,
} from '@grafana/ui';
import { type MouseEvent, type ReactNode, useState } from 'react';

import { SafeLink } from '../../links/index.ts';

/** What is said about a place of a panel. */
export interface TooltipText {
  readonly title: string;
  readonly rows: readonly TooltipRow[];
  /** Where a click leads to; shown once the place is clicked on. */
  readonly links?: readonly LinkModel[];
}

export interface TooltipRow {
  readonly label: string;
  readonly value: string;
  readonly color?: string;
  readonly active?: boolean;
}

export interface HoverTooltipProps {
  /** Pixels from the top left of `children`; `undefined` where there is nothing to say. */
  readonly at: (x: number, y: number) => TooltipText | undefined;
  readonly children: ReactNode;
}

interface Hovered {
  readonly page: { readonly x: number; readonly y: number };
  readonly text: TooltipText;
}

/**
 * Shows what is under the pointer. `children` are drawn once, not with each move; a click on a place with links holds
 * the tooltip where it is, the next one lets it go.
 */
export function HoverTooltip({ at, children }: HoverTooltipProps) {
  const [hovered, setHovered] = useState<Hovered>();
  const [held, setHeld] = useState(false);
  const textAt = (event: MouseEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return at(event.clientX - box.left, event.clientY - box.top);
  };
  const move = (event: MouseEvent<HTMLDivElement>) => {
    if (held) return;
    const text = textAt(event);
    setHovered(text && { page: { x: event.clientX, y: event.clientY }, text });
  };
  const leave = () => {
    if (!held) setHovered(undefined);
  };
  const click = (event: MouseEvent<HTMLDivElement>) =>
    setHeld(!held && (textAt(event)?.links?.length ?? 0) > 0);
  return (
    <div onMouseMove={move} onMouseLeave={leave} onClick={click}>
      {children}
      {hovered !== undefined && <Tooltip {...hovered} held={held} />}
    </div>
  );
}

function Tooltip({ page, text, held }: Hovered & { readonly held: boolean }) {
  return (
    <Portal>
      <VizTooltipContainer position={page} offset={{ x: 10, y: 10 }} allowPointerEvents={held}>
        <VizTooltipWrapper>
          <VizTooltipHeader item={{ label: '', value: text.title }} isPinned={false} />
          <VizTooltipContent items={text.rows.map(itemOf)} isPinned={false} />
          {held && <Links links={text.links ?? []} />}
        </VizTooltipWrapper>
      </VizTooltipContainer>
    </Portal>
  );
}

function Links({ links }: { readonly links: readonly LinkModel[] }) {
  return (
    <ul style={{ listStyle: 'none', padding: 8 }}>
      {links.map((link, index) => (
        <li key={index}>
          <SafeLink href={link.href}>{link.title}</SafeLink>
        </li>
      ))}
    </ul>
  );
}

function itemOf({ label, value, color, active }: TooltipRow): VizTooltipItem {
  return {
    label,
    value,
    ...(color !== undefined && {
      color,
      colorIndicator: VizTooltipColorIndicator.value,
      colorPlacement: VizTooltipColorPlacement.first,
    }),
    ...(active !== undefined && { isActive: active }),
  };
}
