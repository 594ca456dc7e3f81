import * as z from 'zod';

// Whatever is not as it should be is left out: the preview shows the rest of the dashboard.
const text = z.string().catch('');
const optionalText = z.string().optional().catch(undefined);
const bool = z.boolean().catch(false);
const optionalNumber = z.number().optional().catch(undefined);

/** Of a list, what is of a shape. */
function listOf<T extends z.ZodType>(shape: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((entries): z.output<T>[] =>
      entries.flatMap((entry) => {
        const { success, data } = shape.safeParse(entry);
        return success ? [data] : [];
      }),
    );
}

const datasource = z
  .union([
    z.string().transform((uid) => ({ uid, type: undefined })),
    z.object({ uid: optionalText, type: optionalText }),
  ])
  .optional()
  .catch(undefined);

const target = z.object({
  refId: text,
  expr: text,
  legendFormat: text,
  instant: bool,
  range: bool,
  format: optionalText,
  hide: bool,
  interval: optionalText,
  queryType: optionalText,
  maxLines: optionalNumber,
  datasource,
  /** Of a panel that shows what another one asked. */
  panelId: optionalNumber,
});

export type ReadTarget = z.infer<typeof target>;

const plainPanel = z.object({
  id: z.number().catch(-1),
  type: text,
  title: text,
  datasource,
  targets: listOf(target),
  interval: optionalText,
  maxDataPoints: optionalNumber,
  timeFrom: optionalText,
  timeShift: optionalText,
});

export interface ReadPanel extends z.infer<typeof plainPanel> {
  /** Of a row that is collapsed. */
  readonly panels: readonly ReadPanel[];
}

const panel: z.ZodType<ReadPanel> = plainPanel.extend({ panels: z.lazy(() => listOf(panel)) });

const chosen = z.union([z.string(), z.array(z.string())]).optional();

const option = z.object({ text: z.coerce.string(), value: z.coerce.string() });

const variable = z.object({
  name: text,
  label: optionalText,
  type: text,
  hide: z.number().catch(0),
  multi: bool,
  includeAll: bool,
  allValue: optionalText,
  query: z.unknown().optional(),
  definition: text,
  regex: text,
  sort: z.number().catch(0),
  auto: bool,
  auto_count: z.coerce.number().catch(30),
  auto_min: z.string().catch('10s'),
  options: listOf(option),
  current: z.object({ value: chosen, text: chosen }).optional().catch(undefined),
  datasource,
});

export type ReadVariable = z.infer<typeof variable>;

const annotation = z.object({
  name: text,
  enable: z.boolean().catch(true),
  iconColor: z.string().catch('blue'),
  expr: optionalText,
  step: optionalText,
  titleFormat: text,
  textFormat: text,
  tagKeys: text,
  useValueForTime: z.union([z.boolean(), z.string()]).catch(false),
  datasource,
  /** As newer versions of Grafana write it. */
  target: z.object({ expr: optionalText, interval: optionalText }).optional().catch(undefined),
});

export type ReadAnnotation = z.infer<typeof annotation>;

const dashboard = z.object({
  uid: text,
  title: text,
  description: text,
  tags: listOf(z.string()),
  panels: listOf(panel),
  templating: z.object({ list: listOf(variable) }).catch({ list: [] }),
  annotations: z.object({ list: listOf(annotation) }).catch({ list: [] }),
});

export type ReadDashboard = z.infer<typeof dashboard>;

/** What the server reads of a dashboard's JSON; never fails. */
export function readDashboard(json: unknown): ReadDashboard {
  return dashboard.catch(dashboard.parse({})).parse(json);
}

/** A panel by its id, also one inside of a row. */
export function panelOf(
  { panels }: { readonly panels: readonly ReadPanel[] },
  id: number,
): ReadPanel | undefined {
  for (const each of panels) {
    const found = each.id === id ? each : panelOf(each, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
