import * as z from 'zod';

const names = z.record(z.string(), z.array(z.string()));

/** `View` as it comes in. */
export const VIEW = z.object({
  uid: z.string(),
  scenario: z.string().exactOptional(),
  from: z.string(),
  to: z.string(),
  chosen: names,
});

/** `PanelRequest` as it comes in. */
export const PANEL_REQUEST = VIEW.extend({
  panel: z.number(),
  maxDataPoints: z.number().int().min(1).max(20_000),
  scoped: z.record(z.string(), z.string()).exactOptional(),
});

/** Whose alerts. */
export const ALERTS_REQUEST = z.object({
  system: z.string(),
  scenario: z.string().exactOptional(),
});

/** Which dashboard. */
export const DASHBOARD_REQUEST = z.object({ uid: z.string() });
