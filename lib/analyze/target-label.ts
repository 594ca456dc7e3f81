import type { System } from '../model/index.ts';

/** Whether targets add the label, so that all series of one instance share its value. */
export function isTargetLabel({ stack }: System, label: string): boolean {
  return Object.values(stack.jobs).some(({ labels }) => Object.hasOwn(labels, label));
}
