import { parse } from 'yaml';

import type { Environment, Stack } from '../../lib/catalog/index.ts';
import type { Facts } from './facts.ts';
import { code, paragraphs, prose, table } from './markdown.ts';

/** What runs, what it reads, and which files make it run. */
export function stackSection({ system, files }: Facts): string {
  const { stack, name } = system;
  const composed = files.find(({ path }) => path === stack.compose?.file);
  return paragraphs([
    '## Stack',
    ...(composed === undefined ? [] : services(composed.text)),
    '### Datasources',
    table(
      ['uid', 'type', 'name', 'address'],
      stack.datasources.map((each) => [code(each.uid), each.type, each.name, code(each.url)]),
    ),
    ...environment(stack),
    '### Files',
    table(
      ['file', 'made by'],
      files.map(({ path, target }) => [`[${path}](../../build/${name}/${path})`, target]),
    ),
  ]);
}

interface ComposeService {
  readonly image?: string;
  readonly build?: string | { readonly context: string };
  readonly ports?: readonly string[];
}

function services(text: string): readonly (string | readonly string[])[] {
  const { services: all } = parse(text) as {
    readonly services: Readonly<Record<string, ComposeService>>;
  };
  return [
    '### Services',
    table(
      ['service', 'image', 'ports of the host'],
      Object.entries(all).map(([name, { image, build, ports = [] }]) => [
        code(name),
        image === undefined ? `built in ${code(contextOf(build))}` : code(image),
        ports.map((port) => code(String(port))).join(', '),
      ]),
    ),
  ];
}

function contextOf(build: ComposeService['build']): string {
  return typeof build === 'object' ? build.context : (build ?? '');
}

function environment({
  environment: variables,
  envFile,
}: Stack): readonly (string | readonly string[])[] {
  if (Object.keys(variables).length === 0) return [];
  return [
    '### Environment',
    `Read from ${code('.env')}; ${code(envFile)} is the form to fill in.`,
    table(['variable', 'meaning', 'value'], Object.entries(variables).map(variableRow)),
  ];
}

function variableRow([name, variable]: [string, Environment[string]]): readonly string[] {
  return [code(name), prose(variable.help), valueText(variable)];
}

/** Where there is no default and it may not be empty, somebody has to set it. */
function valueText({ default: standard, example, secret, optional }: Environment[string]): string {
  return [
    standard === undefined ? (optional ? 'optional' : '**required**') : `default ${code(standard)}`,
    ...(secret ? ['secret'] : []),
    ...(example === undefined ? [] : [`such as ${code(example)}`]),
  ].join(', ');
}
