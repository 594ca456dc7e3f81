/** Who is called: `critical` wakes somebody, `warning` is read in working hours, `info` is only recorded. */
export type Severity = 'critical' | 'warning' | 'info';
