import { type DataFrame, FieldType, getFieldDisplayName } from '@grafana/data';
import { useCallback, useMemo, useState } from 'react';

/** As `SeriesVisibilityChangeMode` of @grafana/ui, which it does not export. */
type Mode = 'select' | 'append' | 'setExactly';

export interface SeriesVisibility {
  readonly frames: DataFrame[];
  readonly onToggle: (label: string | string[] | null, mode: Mode) => void;
}

/** A click on a name in the legend shows it alone, another one shows all again; with a key it is one more or one less. */
export function useSeriesVisibility(frames: DataFrame[]): SeriesVisibility {
  const [visible, setVisible] = useState<ReadonlySet<string> | undefined>();
  const onToggle = useCallback(
    (label: string | string[] | null, mode: Mode) => {
      if (label === null) return setVisible(undefined);
      const labels = typeof label === 'string' ? [label] : label;
      setVisible((before) =>
        mode === 'append' ? toggled(before ?? namesOf(frames), labels) : only(before, labels),
      );
    },
    [frames],
  );
  const shown = useMemo(
    () => (visible === undefined ? frames : frames.map((frame) => hide(frame, frames, visible))),
    [frames, visible],
  );
  return { frames: shown, onToggle };
}

function only(
  before: ReadonlySet<string> | undefined,
  labels: readonly string[],
): ReadonlySet<string> | undefined {
  const isSame = before?.size === labels.length && labels.every((label) => before.has(label));
  return isSame ? undefined : new Set(labels);
}

function toggled(before: ReadonlySet<string>, labels: readonly string[]): ReadonlySet<string> {
  const after = new Set(before);
  for (const label of labels) if (!after.delete(label)) after.add(label);
  return after;
}

function namesOf(frames: DataFrame[]): ReadonlySet<string> {
  return new Set(
    frames.flatMap((frame) =>
      frame.fields.flatMap((field) =>
        field.type === FieldType.number ? [getFieldDisplayName(field, frame, frames)] : [],
      ),
    ),
  );
}

function hide(frame: DataFrame, frames: DataFrame[], visible: ReadonlySet<string>): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map((field) => {
      if (field.type !== FieldType.number) return field;
      if (visible.has(getFieldDisplayName(field, frame, frames))) return field;
      const custom = field.config.custom as { readonly hideFrom?: object } | undefined;
      const hideFrom = { ...custom?.hideFrom, viz: true };
      return { ...field, config: { ...field.config, custom: { ...custom, hideFrom } } };
    }),
  };
}
