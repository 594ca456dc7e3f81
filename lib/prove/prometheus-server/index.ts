export { PrometheusApi, type QueryAnswer, type ResultSeries } from './prometheus-api.ts';
export {
  type PrometheusOptions,
  type PrometheusServer,
  startPrometheus,
} from './prometheus-server.ts';
