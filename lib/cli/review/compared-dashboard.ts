import type { PixelCount } from '../../preview/index.ts';
import type { Change } from '../../review/index.ts';
import type { ComparedPanel } from './compared-panels.ts';

/** A dashboard that changed, in words and in pictures. */
export interface ComparedDashboard {
  readonly system: string | undefined;
  /** Its uid; its file where it has none. */
  readonly name: string;
  readonly title: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
  /** PNG, with outlines. Empty where it was not drawn. */
  readonly pictures: Readonly<Partial<Record<PictureKind, Buffer>>>;
  readonly panels: readonly ComparedPanel[];
  /** Above the panels. Absent where there is only one version. */
  readonly head?: PixelCount;
  /** Why there are no pictures of it. */
  readonly missing?: string;
}

export type PictureKind = 'before' | 'after' | 'difference';
