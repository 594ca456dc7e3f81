import { type DataFrame, type Field, FieldType } from '@grafana/data';

/**
 * What can be drawn over time: frames with a time, of them numbers that are numbers.
 *
 * @returns nothing where there is none
 */
export function plotFrames(frames: readonly DataFrame[]): DataFrame[] | undefined {
  const plotted = frames.flatMap((frame) => {
    const hasTime = frame.fields.some(({ type }) => type === FieldType.time);
    const fields = frame.fields.flatMap((field) => plotField(field));
    return hasTime && frame.length > 0 && fields.some(({ type }) => type === FieldType.number)
      ? [{ ...frame, fields }]
      : [];
  });
  return plotted.length === 0 ? undefined : plotted;
}

function plotField(field: Field): Field[] {
  if (field.type === FieldType.time) return [field];
  if (field.type === FieldType.boolean) {
    const values = field.values.map((value: unknown) => (value === null ? null : Number(value)));
    return [{ ...field, type: FieldType.number, values }];
  }
  if (field.type !== FieldType.number) return [];
  // A line to infinity would leave no scale for the rest.
  const isFinite = field.values.every((value) => value === null || Number.isFinite(value));
  if (isFinite) return [field];
  return [
    {
      ...field,
      values: field.values.map((value) => (Number.isFinite(value) ? (value as number) : null)),
    },
  ];
}
