export { upgradePanels } from './upgrade-panels.ts';
