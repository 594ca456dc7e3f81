/** The day, in UTC: `2026-11-21`. Nothing below the command line looks at the clock. */
export function today(): string {
  return new Date().toISOString().slice(0, '2026-11-21'.length);
}
