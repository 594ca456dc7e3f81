import type { JsonValue } from '../../catalog/index.ts';
import type { Code } from './code.ts';
import { commentText, quoted } from './quoted.ts';

/** The expression as TypeScript, before it is formatted. */
export function printCode(code: Code): string {
  switch (code.kind) {
    case 'json':
      return printJson(code.value);
    case 'name':
      return code.name;
    case 'made':
      return code.code;
    case 'call':
      return `${printCode(code.callee)}(${printAll(code.args)})`;
    case 'method': {
      const above = code.comment === undefined ? '' : `\n${lineComment(code.comment)}\n`;
      return `${printCode(code.of)}${above}.${code.name}(${printAll(code.args)})`;
    }
    case 'spread':
      return `...${printCode(code.of)}`;
    case 'list':
      return `[${printAll(code.items)}]`;
    case 'object':
      return braced(
        code.entries.map(({ key, value, comment }) => {
          const above = comment === undefined ? '' : `\n${lineComment(comment)}\n`;
          const isShorthand = value.kind === 'name' && value.name === key;
          return isShorthand
            ? `${above}${key}`
            : `${above}${propertyName(key)}: ${printCode(value)}`;
        }),
      );
  }
}

/**
 * JSON as TypeScript.
 *
 * @example
 * printJson({ 'a-b': "it's", c: -1 }) // {'a-b': "it's", c: -1}
 */
export function printJson(value: JsonValue): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(printJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null)
    return Object.is(value, -0) ? '-0' : String(value);
  const entries = Object.entries(value as { readonly [key: string]: JsonValue });
  return braced(entries.map(([key, item]) => `${propertyName(key)}: ${printJson(item)}`));
}

/** A key of an object literal. `__proto__` as it stands would set the prototype instead. */
export function propertyName(key: string): string {
  if (key === '__proto__') return "['__proto__']";
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return key;
  return /^(?:0|[1-9]\d{0,8})$/.test(key) ? key : quoted(key);
}

/** A comment of one line. */
export function lineComment(text: string): string {
  return `// ${commentText(text)}`;
}

function printAll(codes: readonly Code[]): string {
  return codes.map(printCode).join(', ');
}

function braced(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
