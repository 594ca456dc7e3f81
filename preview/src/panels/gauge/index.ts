export { gauge } from './gauge.tsx';
