import { PANEL_DEFAULTS } from '../emit/index.ts';
import { type Draft, isDraft, isEmpty } from './draft.ts';

/**
 * Whether dashc has the panel's type, so that it writes it in its form of today. Not the heatmap of Grafana 8, which has
 * the same id and no `options`, and not the forms of Grafana 6 with `fieldOptions`: those have the plugin migrate them.
 */
export function isModelled({ type, options, dataFormat, heatmap, cards }: Draft): boolean {
  if (typeof type !== 'string' || !PANEL_DEFAULTS.has(type)) return false;
  if (isDraft(options) && options.fieldOptions !== undefined) return false;
  const isOld = [dataFormat, heatmap, cards].some((key) => key !== undefined);
  return !(type === 'heatmap' && isOld && (options === undefined || isEmpty(options)));
}
