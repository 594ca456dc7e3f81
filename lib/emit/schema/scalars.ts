import type * as units from '@grafana/grafana-foundation-sdk/units';

// The generator copies the tags of an alias to every property that is declared with it. The text
// before the tags is what the message of a failed pattern says.

/**
 * a whole number
 * @integer
 */
export type Integer = number;

/**
 * a whole number, 0 or more
 * @integer
 * @minimum 0
 */
export type Natural = number;

/**
 * a whole number, 1 or more
 * @integer
 * @minimum 1
 */
export type Positive = number;

/**
 * a number from 0 to 1
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/**
 * a whole number from 0 to 100
 * @integer
 * @minimum 0
 * @maximum 100
 */
export type Percentage = number;

/**
 * a text that is not empty
 * @minLength 1
 */
export type Text = string;

/**
 * a duration such as `30s`, `5m` or `1h30m`
 * @pattern ^(\d+(ms|s|m|h|d|w|M|y))+$
 */
export type DurationText = string;

/**
 * a duration or a variable such as `$__interval`
 * @pattern ^(>?(\d+(ms|s|m|h|d|w|M|y))+|\$\{?\w+\}?)$
 */
export type IntervalText = string;

/**
 * a duration such as `30s`, `auto`, or empty for never
 * @pattern ^((\d+(ms|s|m|h|d|w|M|y))+|auto)?$
 */
export type RefreshText = string;

/**
 * `now-6h`, `now/d`, an ISO time or epoch milliseconds
 * @pattern ^(now([-+]\d+[smhdwMQy])*(\/f?[smhdwMQy])?|\d{4}-\d{2}-\d{2}([T ][\d:.]+Z?)?|\d{10,13})$
 */
export type TimeText = string;

/**
 * `utc`, `browser`, empty, or a zone such as `Europe/Paris`
 * @pattern ^(browser|utc|UTC|GMT|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Etc|Europe|Indian|Pacific)(\/[A-Za-z0-9_+-]+){1,2})?$
 */
export type TimezoneText = string;

/**
 * a colour of Grafana such as `green` or `dark-red`, `#rrggbb` or `rgba(…)`
 * @pattern ^(((super-light|light|semi-dark|dark)-)?(red|orange|yellow|green|blue|purple)|text|transparent|white|black|gray|#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|rgba?\([\d., %]+\))$
 */
export type Color = string;

/**
 * 1 to 40 of `a-z`, `A-Z`, `0-9`, `_` and `-`
 * @pattern ^[A-Za-z0-9_-]+$
 * @maxLength 40
 */
export type Uid = string;

/**
 * a name of letters, digits and `_`
 * @pattern ^\w+$
 */
export type VariableName = string;

/** A unit of Grafana, or one of its open forms (`suffix: req`). */
export type Unit =
  | (typeof units)[keyof typeof units]
  | `${'count' | 'currency' | 'prefix' | 'si' | 'suffix' | 'time'}:${string}`;

/** What makes one value of a series. */
export type Reducer =
  | 'allIsNull'
  | 'allIsZero'
  | 'allValues'
  | 'changeCount'
  | 'count'
  | 'countAll'
  | 'delta'
  | 'diff'
  | 'diffperc'
  | 'distinctCount'
  | 'first'
  | 'firstNotNull'
  | 'last'
  | 'lastNotNull'
  | 'logmin'
  | 'max'
  | 'mean'
  | 'median'
  | 'min'
  | 'range'
  | 'stdDev'
  | 'step'
  | 'sum'
  | 'uniqueValues'
  | 'variance'
  | `p${1 | 5 | 10 | 25 | 50 | 75 | 90 | 95 | 99}`;
