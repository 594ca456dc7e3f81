import type { DrawnPanel } from '../../../lib/preview/protocol.ts';

/** What a panel says of itself, but where it is. */
export type PanelReport = Omit<DrawnPanel, 'box'>;

/** How far the page is with what it was told to open. */
export type Phase = 'loading' | 'laid out' | { readonly failed: string };

interface Entry {
  readonly element: HTMLElement;
  /** Absent: it waits for data, or draws. */
  readonly report: PanelReport | undefined;
}

const panels = new Map<string, Entry>();
const listeners = new Set<() => void>();
let phase: Phase = 'loading';
let phaseOf = 0;

function tell(): void {
  for (const listener of listeners) listener();
}

/** Each panel on the page, from the moment that it has its place. */
export function reportPanel(
  key: string,
  element: HTMLElement,
  report: PanelReport | undefined,
): void {
  panels.set(key, { element, report });
  tell();
}

export function forgetPanel(key: string): void {
  panels.delete(key);
  tell();
}

/** @param opening which `open` it is about; 0 before the first */
export function reportPhase(opening: number, next: Phase): void {
  phase = next;
  phaseOf = opening;
  tell();
}

/**
 * Waits until all panels of this opening have drawn.
 *
 * @throws Error with what is to be read on the page when it cannot be shown
 */
export function settled(opening: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (phaseOf !== opening || phase === 'loading') return;
      if (typeof phase === 'object') {
        listeners.delete(look);
        reject(new Error(phase.failed));
      } else if ([...panels.values()].every(({ report }) => report !== undefined)) {
        listeners.delete(look);
        resolve();
      }
    };
    listeners.add(look);
    look();
  });
}

/** All panels that have drawn, in the order of reading. */
export function drawnPanels(): readonly DrawnPanel[] {
  return [...panels.values()]
    .flatMap(({ element, report }) => {
      if (report === undefined) return [];
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = { x: left + window.scrollX, y: top + window.scrollY, width, height };
      return [{ ...report, box }];
    })
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}
