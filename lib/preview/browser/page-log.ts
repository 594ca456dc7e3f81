import type { Page } from './page.ts';

/** What a page did since it is listened to. */
export interface PageLog {
  /** Errors and warnings on the console, exceptions that nobody caught, and what the browser complains of. */
  readonly complaints: readonly string[];
  /** Addresses that it asked for, whether it got them or not. */
  readonly requests: readonly string[];
  /** Texts of alerts, questions and the like that it opened. */
  readonly dialogs: readonly string[];
}

/** Listens to a page from now on; the log grows. */
export function logOf(page: Page): PageLog {
  const complaints: string[] = [];
  const requests: string[] = [];
  const dialogs: string[] = [];
  page.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
    const words = args.map(({ value, description }) => String(value ?? description ?? ''));
    complaints.push(`console ${type}: ${words.join(' ')}`);
  });
  page.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    complaints.push(`exception: ${exception?.description ?? text}`);
  });
  page.on('Log.entryAdded', ({ entry: { level, text, url } }) => {
    if (level === 'error' || level === 'warning') {
      complaints.push(`${level}: ${text}${url === undefined ? '' : ` (${url})`}`);
    }
  });
  page.on('Network.requestWillBeSent', ({ request: { url } }) => void requests.push(url));
  page.on('Network.webSocketCreated', ({ url }) => void requests.push(url));
  page.on('Page.javascriptDialogOpening', ({ message }) => void dialogs.push(message));
  return { complaints, requests, dialogs };
}
