export { KioskBar } from './kiosk-bar.tsx';
export { linkAddress } from './link-address.ts';
export { ScenarioMenu } from './scenario-menu.tsx';
export { ThemeSwitch } from './theme-switch.tsx';
export { TopBar } from './top-bar.tsx';
