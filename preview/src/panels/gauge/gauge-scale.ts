import {
  type DisplayProcessor,
  type FieldConfig,
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  type GrafanaTheme2,
  ThresholdsMode,
} from '@grafana/data';

/** Of the band around a gauge: from `from` to `to`, shares of the sweep. */
export interface BandPart {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

export interface GaugeScale {
  /** Share of the sweep of a value. */
  readonly shareOf: (value: number) => number;
  readonly band: readonly BandPart[];
  /** Of the ends and of the thresholds between them. */
  readonly labels: readonly { readonly share: number; readonly text: string }[];
}

/** A gauge without limits of its own runs from 0 to 100. */
export function gaugeScale(field: FieldConfig, theme: GrafanaTheme2): GaugeScale {
  const min = field.min ?? 0;
  const max = field.max ?? 100;
  const shareOf = (value: number) => (value - min) / (max - min || 1);
  const { steps = [], mode = ThresholdsMode.Absolute } = field.thresholds ?? {};
  const shares = steps.map(({ value }) =>
    clamp(mode === ThresholdsMode.Percentage ? value / 100 : shareOf(value)),
  );
  const band = steps.map(({ color }, index) => ({
    from: shares[index] ?? 0,
    to: shares[index + 1] ?? 1,
    color: theme.visualization.getColorByName(color),
  }));
  const between = shares.filter((share) => share > 0 && share < 1);
  const format = valueFormat(field, theme);
  return {
    shareOf,
    band: band.filter(({ from, to }) => to > from),
    labels: [0, ...between, 1].map((share) => ({
      share,
      text: formattedValueToString(format(min + share * (max - min))),
    })),
  };
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

/** Without mappings: the end of a scale is a number even where a value of that size has a name. */
function valueFormat(field: FieldConfig, theme: GrafanaTheme2): DisplayProcessor {
  const config = { ...field, mappings: [] };
  return getDisplayProcessor({ field: { type: FieldType.number, config }, theme, timeZone: 'utc' });
}
