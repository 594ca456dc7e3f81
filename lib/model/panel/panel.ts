import { Duration, type DurationLike, type JsonValue } from '../../catalog/index.ts';
import type { Site } from '../../diagnostics/index.ts';
import type { Legend } from '../../promql/index.ts';
import type { Alert } from '../alert.ts';
import type { AllowHere } from '../allow.ts';
import type { ChosenDatasource, Variable } from '../variable/index.ts';
import type { Color, ColorScheme } from './color.ts';
import type { GrafanaUnit } from './grafana-units.ts';
import type { Mapping } from './mapping.ts';
import type { FieldMatcher, OverrideOptions } from './override.ts';
import type { PanelProps, Repeat } from './panel-props.ts';
import { type QueryLike, toPanelQuery } from './panel-query.ts';
import type { PanelKind, PanelTypes } from './panel-types.ts';
import { splitOverride } from './split-override.ts';
import type { StandardField } from './standard-field.ts';
import { type Limits, type Thresholds, toThresholds } from './thresholds.ts';
import type { Transformation } from './transformation.ts';
import { watchedBy } from './watched-by.ts';

/**
 * A panel. Every call returns a new one; the receiver is never changed and can be shared between dashboards.
 *
 * `K` is its type: it decides which options and overrides there are.
 */
export class Panel<K extends PanelKind = PanelKind> {
  readonly kind = 'panel';
  readonly props: PanelProps<K>;

  private constructor(props: PanelProps<K>) {
    this.props = Object.freeze(props);
    Object.freeze(this);
  }

  /** What the factories of the panel types call. */
  static make<K extends PanelKind>(
    kind: K,
    text: {
      readonly title: string;
      readonly description?: string;
      readonly content?: string;
      readonly plugin?: string;
    },
    site: Site | undefined,
  ): Panel<K> {
    return new Panel<K>({
      kind,
      description: '',
      content: '',
      ...text,
      ...(site === undefined ? {} : { site }),
      queries: [],
      linkedFrom: [],
      options: {},
      field: {},
      overrides: [],
      transformations: [],
      links: [],
    });
  }

  /** A panel of what was read elsewhere. */
  static of<K extends PanelKind>(props: PanelProps<K>): Panel<K> {
    return new Panel<K>(props);
  }

  /** Adds queries: expressions, or expressions with a legend. */
  query(...queries: QueryLike[]): Panel<K> {
    return this.queries(queries);
  }

  /** Adds queries. */
  queries(queries: readonly QueryLike[]): Panel<K> {
    return this.#with({ queries: [...this.props.queries, ...queries.map(toPanelQuery)] });
  }

  /**
   * Draws what an alert watches: its expression without the final comparison, with the limit as a threshold in the
   * colour of its severity. The alert in turn links to this panel. Where there is no final comparison with a number,
   * the whole expression is drawn. A query that is there already is not added again: alerts that differ in the limit
   * share it.
   */
  alert<L extends string, const T extends string = ''>(
    alert: Alert<L>,
    legend?: Legend<T, L>,
  ): Panel<K> {
    const text = legend === undefined ? {} : { legend: legend as string };
    return this.#with({ queries: watchedBy(alert, this.props.queries, text) });
  }

  /**
   * Makes alerts link to this panel, which shows their subject in another way than they compute it; draws nothing. See
   * `alert` for a panel that draws what an alert watches.
   */
  linkedFrom(...alerts: Alert[]): Panel<K> {
    return this.#with({ linkedFrom: [...this.props.linkedFrom, ...alerts] });
  }

  /**
   * Findings in it that are known and stay for a while.
   *
   * @example
   * panel.allow({ code: 'range/fixed-in-panel', reason: 'as the alert has it', until: '2027-01-01' })
   */
  allow(...exceptions: AllowHere[]): Panel<K> {
    return this.#with({ allow: [...(this.props.allow ?? []), ...exceptions] });
  }

  /** Columns of 24. */
  width(columns: number): Panel<K> {
    return this.#with({ width: columns });
  }

  /** In units of 30 pixels. Default: the height of its row. A line is as high as the highest panel in it. */
  height(units: number): Panel<K> {
    return this.#with({ height: units });
  }

  /**
   * A place of its own instead of the one after the panel before it: columns from the left, and units of 30 pixels from
   * the top of its row.
   */
  at(x: number, y: number): Panel<K> {
    return this.#with({ at: { x, y } });
  }

  /** In place of the unit that the query has. */
  unit(unit: GrafanaUnit): Panel<K> {
    return this.#field({ unit });
  }

  /**
   * Colours by value. `warning` and `critical` are limits from which on it is bad; see `below` where less is worse, and
   * `steps` for colours of one's own. A time series panel draws them as lines.
   */
  thresholds(thresholds: Limits | Thresholds): Panel<K> {
    return this.#field({ thresholds: toThresholds(thresholds) });
  }

  min(min: number): Panel<K> {
    return this.#field({ min });
  }

  max(max: number): Panel<K> {
    return this.#field({ max });
  }

  decimals(decimals: number): Panel<K> {
    return this.#field({ decimals });
  }

  /** Shown where there is no value. */
  noValue(text: string): Panel<K> {
    return this.#field({ noValue: text });
  }

  /** In place of the names that the legends give; `${__field.labels.job}` is a label. */
  displayName(text: string): Panel<K> {
    return this.#field({ displayName: text });
  }

  /** Texts and colours in place of values; adds to those given before. */
  mappings(first: Mapping, ...more: Mapping[]): Panel<K> {
    const { mappings: before } = this.props.field;
    return this.#field({
      mappings: before === undefined ? [first, ...more] : [...before, first, ...more],
    });
  }

  /** One colour for everything, or a scheme. */
  color(color: Color | ColorScheme): Panel<K> {
    return this.#field({ color });
  }

  /**
   * Other options for some fields; later overrides win.
   *
   * @example
   * .override(byName('error'), { color: 'red', axis: { placement: 'right' } })
   */
  override(matcher: FieldMatcher, options: OverrideOptions<K>): Panel<K> {
    const added = splitOverride(matcher, options);
    return this.#with({ overrides: [...this.props.overrides, added] });
  }

  /** Adds steps between the queries and the panel, in order. */
  transform(...steps: Transformation[]): Panel<K> {
    return this.#with({ transformations: [...this.props.transformations, ...steps] });
  }

  /** A link in the panel's corner. */
  link(title: string, url: string, options: { readonly newTab?: boolean } = {}): Panel<K> {
    return this.#with({ links: [...this.props.links, { title, url, ...options }] });
  }

  /** A link on each value. */
  dataLink(title: string, url: string, options: { readonly newTab?: boolean } = {}): Panel<K> {
    const links = [...(this.props.field.links ?? []), { title, url, ...options }];
    return this.#field({ links });
  }

  /** Options of the panel type; each key replaces what was given for it before. */
  options(options: PanelTypes[K]['options']): Panel<K> {
    return this.#with({ options: { ...this.props.options, ...options } });
  }

  /** Asks for one value at the end of the time range, or, with `false`, for one a step. */
  instant(instant = true): Panel<K> {
    return this.#with({ instant });
  }

  /** Lower bound of the step and so of `$__rate_interval`, for sources that are updated rarely. */
  minInterval(interval: DurationLike): Panel<K> {
    return this.#with({ minInterval: Duration.of(interval) });
  }

  maxDataPoints(points: number): Panel<K> {
    return this.#with({ maxDataPoints: points });
  }

  /** Shows the same range, this long ago. */
  timeShift(shift: DurationLike): Panel<K> {
    return this.#with({ timeShift: Duration.of(shift) });
  }

  /** Shows the last so much time, whatever the dashboard's range is. */
  timeFrom(length: DurationLike): Panel<K> {
    return this.#with({ timeFrom: Duration.of(length) });
  }

  /** Without background and border. */
  transparent(): Panel<K> {
    return this.#with({ transparent: true });
  }

  /**
   * Says that it shows nothing, or nothing in some of its queries, while the system is healthy: `dashc verify` then does not
   * report that it is empty.
   *
   * @param why for the reader of the source
   */
  mayBeEmpty(why: string): Panel<K> {
    return this.#with({ mayBeEmpty: why });
  }

  /** One copy for each value of a variable, beside each other or below. */
  repeat(
    variable: Variable,
    direction: Repeat['direction'] = 'horizontal',
    maxPerRow?: number,
  ): Panel<K> {
    const limit = maxPerRow === undefined ? {} : { maxPerRow };
    return this.#with({ repeat: { variable, direction, ...limit } });
  }

  /** Keeps the panel's id when its title or its row's title changes. Unique in the dashboard. */
  key(key: string): Panel<K> {
    return this.#with({ key });
  }

  /** An id that is known elsewhere already, in links to this panel. Unique in the dashboard; see `key` for a new one. */
  id(id: number): Panel<K> {
    return this.#with({ id });
  }

  /** Whom its queries ask; `default` leaves it to Grafana. */
  datasource(datasource: ChosenDatasource): Panel<K> {
    return this.#with({ datasource });
  }

  /** Merged into the panel's JSON last, for what has no call here. Lists are replaced. */
  raw(json: { readonly [key: string]: JsonValue }): Panel<K> {
    return this.#with({ raw: { ...this.props.raw, ...json } });
  }

  #field(change: StandardField): Panel<K> {
    return this.#with({ field: Object.freeze({ ...this.props.field, ...change }) });
  }

  #with(change: Partial<PanelProps<K>>): Panel<K> {
    return new Panel<K>({ ...this.props, ...change });
  }
}
