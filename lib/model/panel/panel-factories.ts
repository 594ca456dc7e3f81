import { siteOf } from '../../diagnostics/index.ts';
import { Panel } from './panel.ts';

/**
 * Values over time, as lines, bars or points.
 *
 * @example
 * timeseries('Queue depth', 'Messages that wait, by queue. Rising for long: add workers.')
 *   .query(m.queue_depth.sumBy('queue').legend('{{queue}}'))
 *   .thresholds({ warning: 100, critical: 1000 })
 */
export function timeseries(title: string, description: string): Panel<'timeseries'> {
  return Panel.make('timeseries', { title, description }, siteOf(timeseries));
}

/** One big number a series, coloured by its thresholds. */
export function stat(title: string, description: string): Panel<'stat'> {
  return Panel.make('stat', { title, description }, siteOf(stat));
}

/** One dial a series; give it `min` and `max`. */
export function gauge(title: string, description: string): Panel<'gauge'> {
  return Panel.make('gauge', { title, description }, siteOf(gauge));
}

/** One bar a series. */
export function barGauge(title: string, description: string): Panel<'barGauge'> {
  return Panel.make('barGauge', { title, description }, siteOf(barGauge));
}

/** Rows and columns; its queries are instant and in table format. */
export function table(title: string, description: string): Panel<'table'> {
  return Panel.make('table', { title, description }, siteOf(table));
}

/** How a distribution moves: takes `Histogram.heatmap`. */
export function heatmap(title: string, description: string): Panel<'heatmap'> {
  return Panel.make('heatmap', { title, description }, siteOf(heatmap));
}

/** One line a series that shows how its state changes. */
export function stateTimeline(title: string, description: string): Panel<'stateTimeline'> {
  return Panel.make('stateTimeline', { title, description }, siteOf(stateTimeline));
}

/** Bars by category; its queries are instant and in table format. */
export function barChart(title: string, description: string): Panel<'barChart'> {
  return Panel.make('barChart', { title, description }, siteOf(barChart));
}

/** Shares of a whole, one slice a series. */
export function pieChart(title: string, description: string): Panel<'pieChart'> {
  return Panel.make('pieChart', { title, description }, siteOf(pieChart));
}

/** How often values occur, over the time range. */
export function histogram(title: string, description: string): Panel<'histogram'> {
  return Panel.make('histogram', { title, description }, siteOf(histogram));
}

/** Log lines; takes `logql`. */
export function logs(title: string, description: string): Panel<'logs'> {
  return Panel.make('logs', { title, description }, siteOf(logs));
}

/**
 * A panel of any other type, by the id of its plugin. What it has in common with the others is said with calls, its own
 * options with `raw`.
 *
 * @example
 * rawPanel('nodeGraph', 'Services', 'Who calls whom.').query(…).raw({ options: { nodes: {} } })
 */
export function rawPanel(plugin: string, title: string, description: string): Panel<'raw'> {
  return Panel.make('raw', { title, description, plugin }, siteOf(rawPanel));
}

/** A text, Markdown unless its options say otherwise. The only panel without a query. */
export function text(title: string, content: string): Panel<'text'> {
  return Panel.make('text', { title, content }, siteOf(text));
}
