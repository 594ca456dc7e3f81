export { barChart } from './bar-chart.tsx';
