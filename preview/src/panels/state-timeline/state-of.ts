import {
  type DisplayProcessor,
  type Field,
  formattedValueToString,
  getActiveThreshold,
  getDisplayProcessor,
  type GrafanaTheme2,
  ThresholdsMode,
} from '@grafana/data';

/** What a value means; values of the same state in a row are one bar. */
export interface State {
  readonly text: string;
  readonly color: string;
}

/** A mapped value is its mapping's text, a number under thresholds the range it is in, any other is itself. */
export function statesOf(field: Field, theme: GrafanaTheme2): (value: unknown) => State {
  const format = field.display ?? getDisplayProcessor({ field, theme });
  const rangeOf = hasRanges(field) ? rangeNames(field, theme) : () => undefined;
  return (value) => {
    const display = format(value);
    const text = formattedValueToString(display);
    return {
      text: rangeOf(value, text, display.color) ?? text,
      color: display.color ?? theme.visualization.getColorByName('gray'),
    };
  };
}

/** Whether its colours are those of ranges. */
export function hasRanges({ config: { color, thresholds } }: Field): boolean {
  return (
    color?.mode === 'thresholds' &&
    thresholds !== undefined &&
    thresholds.mode !== ThresholdsMode.Percentage &&
    thresholds.steps.length > 1
  );
}

/** `< 80%` of the lowest range, `80%+` of each above it. */
function rangeNames(field: Field, theme: GrafanaTheme2) {
  const steps = field.config.thresholds?.steps ?? [];
  const config = { ...field.config, mappings: [] };
  const unmapped = getDisplayProcessor({ field: { ...field, config }, theme });
  const names = steps.map((step, index) =>
    index === 0 ? `< ${texted(unmapped, steps[1]?.value)}` : `${texted(unmapped, step.value)}+`,
  );
  return (value: unknown, text: string, color: string | undefined) => {
    const plain = unmapped(value);
    const isMapped = text !== formattedValueToString(plain) || color !== plain.color;
    if (isMapped || typeof value !== 'number') return undefined;
    return names[steps.indexOf(getActiveThreshold(value, steps))];
  };
}

function texted(format: DisplayProcessor, value: unknown): string {
  return formattedValueToString(format(value));
}
