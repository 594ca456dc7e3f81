import type { MetricSpecs } from '../../lib/promql/index.ts';
import type { Workbench } from './workbench.ts';

/** An exporter, or a program with a client library, that can be started and asked. */
export interface Target {
  readonly name: string;
  /** The catalogs that it must answer for, by the names of their constants. */
  readonly catalogs: Readonly<Record<string, MetricSpecs>>;
  /**
   * Starts it with what it watches, on the loopback interface.
   *
   * @throws MissingProgram, or Error with what the program said
   */
  scrape(workbench: Workbench): Promise<Answer>;
}

export interface Answer {
  /** Of the exporter or the library. */
  readonly version: string;
  /** What it watches, such as `PostgreSQL 15.4`. */
  readonly of?: string;
  /** In Prometheus's text format. */
  readonly text: string;
  /** Where it goes on answering, on the loopback interface. */
  readonly port: number;
  /** Gives what it watches something to do, once more. */
  readonly work?: () => Promise<void>;
}
