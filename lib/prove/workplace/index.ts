export { Failure } from './failure.ts';
export { freePort } from './free-port.ts';
export { type Running, Workplace } from './workplace.ts';
