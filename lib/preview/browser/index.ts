export { type Browser, launchBrowser } from './browser.ts';
export { type Box, Page, type WindowSize } from './page.ts';
export { logOf, type PageLog } from './page-log.ts';
