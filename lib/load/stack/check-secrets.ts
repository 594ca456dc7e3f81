import { type Environment, environmentIn, type Receiver, type Stack } from '../../catalog/index.ts';
import type { StackProblem } from './stack-problem.ts';

/** Receivers whose secret is missing, may be empty, or can be read by everybody who reads the sources. */
export function secretProblems({ alertmanager, environment }: Stack): readonly StackProblem[] {
  return Object.entries(alertmanager?.receivers ?? {}).flatMap(([name, receiver]) =>
    secretsOf(receiver).flatMap((secret) => problemsOf(secret, name, environment)),
  );
}

interface Secret {
  readonly text: string;
  /** The channel's condition. */
  readonly when: string | undefined;
  /** Below the receiver: `['slack', 'apiUrl']`. */
  readonly path: readonly string[];
}

function secretsOf({ slack, email, webhook, pagerduty }: Receiver): readonly Secret[] {
  const found: readonly [{ readonly when?: string } | undefined, string | undefined, string[]][] = [
    [slack, slack?.apiUrl, ['slack', 'apiUrl']],
    [email, email?.auth?.password, ['email', 'auth', 'password']],
    [webhook, webhook?.bearerToken, ['webhook', 'bearerToken']],
    [webhook, webhook?.basicAuth?.password, ['webhook', 'basicAuth', 'password']],
    [pagerduty, pagerduty?.routingKey, ['pagerduty', 'routingKey']],
  ];
  return found.flatMap(([channel, text, path]) =>
    text === undefined ? [] : [{ text, when: channel?.when, path }],
  );
}

function problemsOf(
  { text, when, path }: Secret,
  receiver: string,
  environment: Environment,
): readonly StackProblem[] {
  const setting = path.join('.');
  const place = ['alertmanager', 'receivers', receiver, ...path];
  const names = environmentIn(text);
  if (text.trim() === '') return [missing(receiver, setting, place)];
  if (names.length === 0) return [written(receiver, setting, place)];
  return names.flatMap((name) => {
    const variable = environment[name];
    if (variable?.default !== undefined) return [known(name, setting, place)];
    return variable?.optional && when === undefined ? [maybeEmpty(name, receiver, place)] : [];
  });
}

function missing(receiver: string, setting: string, path: readonly string[]): StackProblem {
  return {
    code: 'alertmanager/receiver-without-secret',
    severity: 'error',
    message: `\`${receiver}\` has no \`${setting}\`, so that nobody would be told`,
    hint: `name a variable: '\${${variableFor(path)}}'`,
    path,
  };
}

function maybeEmpty(name: string, receiver: string, path: readonly string[]): StackProblem {
  return {
    code: 'alertmanager/receiver-without-secret',
    severity: 'error',
    message: `\`${name}\` may be empty, and \`${receiver}\` would tell nobody`,
    hint: `remove \`optional\` from \`${name}\`, or write \`when: '${name}'\` beside it`,
    path,
  };
}

function written(receiver: string, setting: string, path: readonly string[]): StackProblem {
  return {
    code: 'alertmanager/open-secret',
    severity: 'error',
    message: `\`${setting}\` of \`${receiver}\` is written into the sources, where everybody can read it`,
    hint: `name a variable: '\${${variableFor(path)}}'`,
    path,
  };
}

function known(name: string, setting: string, path: readonly string[]): StackProblem {
  return {
    code: 'alertmanager/open-secret',
    severity: 'error',
    message: `\`${name}\` has a default, so that everybody knows this \`${setting}\``,
    hint: `remove \`default\` from \`${name}\``,
    path,
  };
}

/** `slack`, `apiUrl` are `SLACK_API_URL`. */
function variableFor(path: readonly string[]): string {
  const [channel = '', ...rest] = path.slice(3);
  const words = [channel, rest.at(-1) ?? ''].map((word) => word.replaceAll(/([A-Z])/g, '_$1'));
  return words.join('_').toUpperCase();
}
