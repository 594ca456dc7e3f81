import type { AllowHere } from '../../../model/index.ts';
import { allowsIn } from '../allow-text.ts';
import { type Raw, textOf } from '../raw.ts';

/**
 * Exceptions from the description of a dashboard or a panel: a text of the user's own is all that Grafana keeps of what
 * it does not know when a dashboard is saved.
 */
export function allowOf({ description }: Raw): { readonly allow?: readonly AllowHere[] } {
  const found = allowsIn(textOf(description) ?? '');
  // A day of another form is reported where the exceptions are looked at.
  const allow = found.map((each) => each.allow as AllowHere);
  return allow.length === 0 ? {} : { allow };
}
