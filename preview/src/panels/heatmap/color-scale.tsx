import type { GrafanaTheme2 } from '@grafana/data';

import type { HeatColors } from './heat-colors.ts';

interface ColorScaleProps {
  readonly colors: HeatColors;
  readonly format: (count: number) => string;
  readonly theme: GrafanaTheme2;
}

/** Which count has which colour. */
export function ColorScale({ colors: { palette, min, max }, format, theme }: ColorScaleProps) {
  const style = {
    maxWidth: 300,
    margin: '0 0 0 25px',
    padding: '10px 0 0',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
  };
  return (
    <div style={style}>
      <div style={{ height: 6, background: `linear-gradient(90deg, ${palette.join(', ')})` }} />
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <span>{format(min)}</span>
        <span>{format(max)}</span>
      </div>
    </div>
  );
}
