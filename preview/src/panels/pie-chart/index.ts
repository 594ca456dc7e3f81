export { pieChart } from './pie-chart.tsx';
