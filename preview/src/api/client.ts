import moment from 'moment';

import type {
  AlertsAnswer,
  AnnotationsAnswer,
  PanelAnswer,
  PanelRequest,
  PreviewState,
  Refusal,
  VariablesAnswer,
  View,
} from '../../../lib/preview/protocol.ts';

/** What the server said against it, or that it could not be reached. */
export class RefusedError extends Error {}

export function fetchState(): Promise<PreviewState> {
  return getJson('/api/state');
}

/** As it is provisioned, as text: two texts are compared faster than two dashboards. */
export async function fetchDashboard(uid: string): Promise<string> {
  return (await answerOf(`/api/dashboard?${new URLSearchParams({ uid })}`)).text();
}

export async function fetchVariables(view: View): Promise<VariablesAnswer> {
  const answer = await postJson<VariablesAnswer>('/api/variables', view);
  // "3 minutes ago" is what it was at the end of the data, today and in a year.
  moment.now = () => answer.now;
  return answer;
}

export function fetchAnnotations(view: View): Promise<AnnotationsAnswer> {
  return postJson('/api/annotations', view);
}

/** As text, for the same reason. */
export async function fetchPanel(request: PanelRequest, signal: AbortSignal): Promise<string> {
  return (await answerOf('/api/panel', { ...posted(request), signal })).text();
}

export function readPanelAnswer(text: string): PanelAnswer {
  return JSON.parse(text) as PanelAnswer;
}

export function fetchAlerts(system: string, scenario: string | undefined): Promise<AlertsAnswer> {
  const query = new URLSearchParams({ system, ...(scenario !== undefined && { scenario }) });
  return getJson(`/api/alerts?${query}`);
}

async function getJson<T>(url: string): Promise<T> {
  return (await (await answerOf(url)).json()) as T;
}

async function postJson<T>(url: string, body: unknown): Promise<T> {
  return (await (await answerOf(url, posted(body))).json()) as T;
}

function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function answerOf(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init);
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => undefined)) as Partial<Refusal> | undefined;
  throw new RefusedError(refusal?.error ?? `The server answered ${response.status}`);
}
