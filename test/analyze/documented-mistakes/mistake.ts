/** A mistake of a system's documentation, as the file that somebody would copy from it, and the file without it. */
export interface Mistake {
  readonly name: string;
  readonly wrong: ForeignFile;
  /** Of the finding, which is the only one. */
  readonly code: string;
  readonly right: ForeignFile;
}

/** A rule file, or a dashboard. */
export interface ForeignFile {
  readonly kind: 'rules' | 'dashboards';
  readonly text: string;
}

interface AlertFields {
  readonly name?: string;
  readonly for?: string;
  /** Another alert of the same group. */
  readonly beside?: string;
}

/** A rule file with one alert, as documentation writes it. */
export function alertFile(expr: string, fields: AlertFields = {}): ForeignFile {
  const { name = 'Documented', for: hold = '5m', beside } = fields;
  const text = [
    'groups:',
    '  - name: documented',
    '    rules:',
    `      - alert: ${name}`,
    '        expr: |',
    `          ${expr}`,
    `        for: ${hold}`,
    '        annotations:',
    '          summary: Look at the dashboard',
    ...(beside === undefined
      ? []
      : ['      - alert: Beside', '        expr: |', `          ${beside}`, '        for: 5m']),
    '',
  ];
  return { kind: 'rules', text: text.join('\n') };
}

interface PanelFields {
  readonly type?: string;
  readonly legend?: string;
  readonly unit?: string;
  /** Where the colour changes. */
  readonly red?: number;
}

/** A dashboard with one panel, as Grafana exports it. */
export function panelFile(expr: string, fields: PanelFields = {}): ForeignFile {
  const { type = 'timeseries', legend, unit, red } = fields;
  const steps = [
    { color: 'green', value: null },
    { color: 'red', value: red },
  ];
  const defaults = {
    ...(unit === undefined ? {} : { unit }),
    ...(red === undefined
      ? {}
      : { thresholds: { mode: 'absolute', steps }, custom: { thresholdsStyle: { mode: 'line' } } }),
  };
  const target = { refId: 'A', expr, ...(legend === undefined ? {} : { legendFormat: legend }) };
  const panel = {
    id: 1,
    type,
    title: 'Documented',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    datasource: { type: 'prometheus', uid: '${datasource}' },
    fieldConfig: { defaults, overrides: [] },
    targets: [target],
  };
  const datasource = { name: 'datasource', type: 'datasource', query: 'prometheus' };
  const dashboard = {
    uid: 'documented',
    title: 'Documented',
    schemaVersion: 39,
    templating: { list: [datasource] },
    panels: [panel],
  };
  return { kind: 'dashboards', text: `${JSON.stringify(dashboard, null, 2)}\n` };
}
