import { fileOf } from '../catalog/index.ts';
import type { System } from '../model/index.ts';
import { generatedFrom, stackFile } from './generated.ts';

/** A configuration with variables, and the program that reads it without them. */
export interface Rendering {
  readonly program: 'prometheus' | 'alertmanager';
  /** Below `build/<system>/`; the script is beside it. */
  readonly configFile: string;
  readonly variables: readonly string[];
  /** One of these has to be set. Default: none has to. */
  readonly oneOf?: readonly string[];
  readonly system: System;
}

/**
 * A script for `sh` with the tools of the images of Prometheus and Alertmanager. It refuses to start while a required
 * variable is empty, puts the values into the configuration, and becomes the program. What stands between
 * `# when NAME` and `# end NAME` is left out while that variable is empty, and needs all of its variables otherwise.
 */
export function renderScript({
  program,
  configFile,
  variables,
  oneOf = [],
  system,
}: Rendering): string {
  const { environment, envFile } = system.stack;
  const required = variables.filter((name) => {
    const variable = environment[name];
    return variable !== undefined && variable.default === undefined && !variable.optional;
  });
  const defaults = variables.flatMap((name) => {
    const value = environment[name]?.default;
    return value === undefined ? [] : [`[ -n "\${${name}:-}" ] || export ${name}=${quoted(value)}`];
  });
  const template = fileOf(configFile);
  return [
    '#!/bin/sh',
    ...generatedFrom(stackFile(system)).map((line) => `# ${line}`),
    `# ${nameOf(program)} expands no variables in its configuration: this does, and then starts it.`,
    'set -eu',
    '',
    ...block(defaults),
    ...block(required.length === 0 ? [] : [refusal(required, envFile)]),
    ...block(oneOf.length === 0 ? [] : [needsOne(oneOf, envFile)]),
    'folder=$(dirname "$0")',
    `configuration="$folder/${renderedName(template)}"`,
    '# The values may be secrets.',
    'umask 077',
    `awk -v names=${quoted(variables.join(' '))} '`,
    RENDER,
    `' "$folder/${template}" > "$configuration"`,
    '',
    `exec ${program} --config.file="$configuration" "$@"`,
    '',
  ].join('\n');
}

function block(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [...lines, ''];
}

/** `agent.yml.tmpl` becomes `agent.yml`, `prometheus.yml` becomes `prometheus.rendered.yml`. */
function renderedName(template: string): string {
  const name = template.replace(/\.tmpl$/, '');
  return name === template ? template.replace(/(\.[^.]*)?$/, '.rendered.yml') : name;
}

function nameOf(program: Rendering['program']): string {
  return program.replace(/^./, (first) => first.toUpperCase());
}

function refusal(required: readonly string[], envFile: string): string {
  return `missing=
for name in ${required.join(' ')}; do
  eval "value=\\\${$name:-}"
  if [ -z "$value" ]; then
    echo "entrypoint: $name is empty; set it as ${envFile} says" >&2
    missing=1
  fi
done
[ -z "$missing" ] || exit 1`;
}

function needsOne(names: readonly string[], envFile: string): string {
  return `if [ -z "${names.map((name) => `\${${name}:-}`).join('')}" ]; then
  echo "entrypoint: ${names.join(', ')} are all empty; set one as ${envFile} says" >&2
  exit 1
fi`;
}

/** For sh, as one word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * For awk, busybox's included: `\` in replacement texts means something else in each, so characters are compared.
 * Every `${NAME}` stands between double quotes (`toYaml`).
 */
const RENDER = String.raw`
  function escaped(value,    result, i, c) {
    for (i = 1; i <= length(value); i++) {
      c = substr(value, i, 1)
      if (c == "\\" || c == "\"") c = "\\" c
      if (c == "\n") c = "\\n"
      result = result c
    }
    return result
  }
  BEGIN {
    count = split(names, list, " ")
    for (i = 1; i <= count; i++) known[list[i]] = 1
  }
  function say(text) {
    print "entrypoint: " text | "cat >&2"
  }
  $1 == "#" && $2 == "when" && $3 in known {
    condition = $3
    skipped = ENVIRON[condition] == ""
    if (skipped) say(condition " is empty; what needs it is left out")
    next
  }
  $1 == "#" && $2 == "end" && $3 in known { condition = ""; skipped = 0; next }
  skipped { next }
  {
    result = ""
    rest = $0
    while (match(rest, /[$][{][A-Z_][A-Z0-9_]*[}]/)) {
      name = substr(rest, RSTART + 2, RLENGTH - 3)
      if (name in known && condition != "" && ENVIRON[name] == "") {
        say(name " is empty, but " condition " is not: set both or none")
        failed = 1
      }
      value = name in known ? escaped(ENVIRON[name]) : substr(rest, RSTART, RLENGTH)
      result = result substr(rest, 1, RSTART - 1) value
      rest = substr(rest, RSTART + RLENGTH)
    }
    print result rest
  }
  END { exit failed }
`.slice(1, -1);
