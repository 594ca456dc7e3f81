export {
  type Change,
  change,
  type Changes,
  type CounterChange,
  type Effect,
  type GaugeChange,
  type HistogramChange,
} from './change.ts';
export { type ExpectedAlert, type Scenario, scenario } from './scenario.ts';
export { defineWorld, type World } from './world.ts';
