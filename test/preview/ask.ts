import { request } from 'node:http';

export interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends a request exactly as it is written: nothing is added to the path, and any `Host` can be claimed. */
export function ask(url: string, path: string, asked: Asked = {}): Promise<Answered> {
  const { hostname, port } = new URL(url);
  const { method = 'GET', headers = {}, body } = asked;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject).end(body);
  });
}

/** Posts JSON as the page does, and reads the answer. */
export async function post<T>(url: string, path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const { text } = await ask(url, path, { method: 'POST', headers, body: JSON.stringify(body) });
  return JSON.parse(text) as T;
}
