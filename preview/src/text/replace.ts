import type { InterpolateFunction, ScopedVars } from '@grafana/data';

import { dataText } from './data-text.ts';
import { formatted } from './formatted.ts';
import type { TextSource } from './text-source.ts';

/** `$name`, `${name}`, `${name.path:format}` and `[[name:format]]`. */
const VARIABLE =
  /\$(\w+)|\$\{([\w.]+)(?:\[["'](.+?)["']\])?(?:\.([\w.]+))?(?::([^}]+))?\}|\[\[(\w+)(?::(\w+))?\]\]/g;

/**
 * Fills variables in as Grafana does in titles, links and texts. What is no variable stays as it is written.
 *
 * @example
 * replacerOf(source)('Errors of ${job:csv}') // 'Errors of api,worker'
 */
export function replacerOf(source: TextSource): InterpolateFunction {
  return (text, scopedVars, format) => {
    if (typeof text !== 'string') return '';
    return text.replace(
      VARIABLE,
      (
        whole: string,
        plain: string | undefined,
        braced: string | undefined,
        key: string | undefined,
        rest: string | undefined,
        bracedFormat: string | undefined,
        old: string | undefined,
        oldFormat: string | undefined,
      ) => {
        const path = [plain ?? braced ?? old ?? '', rest].filter((part) => part).join('.');
        const asked =
          bracedFormat ?? oldFormat ?? (typeof format === 'string' ? format : undefined);
        return textOf(source, path, key, asked, scopedVars) ?? whole;
      },
    );
  };
}

function textOf(
  source: TextSource,
  path: string,
  key: string | undefined,
  format: string | undefined,
  scopedVars: ScopedVars | undefined,
): string | undefined {
  const fromData = dataText(path, key, scopedVars);
  if (fromData !== undefined) return format === 'uriencode' ? encodeURI(fromData) : fromData;
  if (path === '__url_time_range') return `from=${source.range.from}&to=${source.range.to}`;
  if (path === '__all_variables') return allVariables(source);
  if (path === '__from' || path === '__to') {
    const time = path === '__from' ? source.range.from : source.range.to;
    if (format === 'date' || format === 'date:iso') return new Date(time).toISOString();
    return format === 'date:seconds' ? String(Math.floor(time / 1000)) : String(time);
  }
  const values = source.values[path];
  if (values !== undefined && format !== undefined && format !== 'text')
    return formatted(path, values, format);
  return source.texts[path];
}

function allVariables(source: TextSource): string {
  return Object.entries(source.values)
    .map(([name, values]) => formatted(name, values, 'queryparam'))
    .join('&');
}
