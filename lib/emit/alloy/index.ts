export { alloyConfig, alloyVariables } from './alloy-config.ts';
