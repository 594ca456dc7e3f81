import type { EnvironmentVariable } from '../../catalog/index.ts';
import { generatedFrom, stackFile } from '../generated.ts';
import type { Target } from '../target.ts';

/** `.env.example`: every variable that the stack reads, with what it is for. */
export default {
  name: 'env',
  emit(system) {
    const { environment, envFile } = system.stack;
    const variables = Object.entries(environment);
    if (variables.length === 0) return { value: [], diagnostics: [] };
    const head = [...generatedFrom(stackFile(system)), 'Copy it to `.env` and fill it in there.'];
    const blocks = variables.map(([name, variable]) => entryOf(name, variable));
    const text = [comment(head), ...blocks].join('\n');
    return { value: [{ path: envFile, text }], diagnostics: [] };
  },
} satisfies Target;

function entryOf(name: string, variable: EnvironmentVariable): string {
  const value = variable.secret ? '' : (variable.example ?? variable.default ?? '');
  return `${comment([variable.help, need(variable)])}${name}=${quoted(value)}\n`;
}

function need({ default: value, optional, secret }: EnvironmentVariable): string {
  if (value !== undefined) {
    return secret ? `Default: ${value}, for a local machine only.` : `Default: ${value}.`;
  }
  return optional ? 'May be empty.' : 'Required.';
}

function comment(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `# ${line}\n`)
    .join('');
}

/** Between single quotes nothing is expanded, in Compose as in sh. */
function quoted(value: string): string {
  return /^[\w.:/@%+,=-]*$/.test(value) ? value : `'${value.replaceAll("'", String.raw`\'`)}'`;
}
