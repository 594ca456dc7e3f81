export { histogram } from './histogram.tsx';
