import type { Violation } from './compiled.ts';
import type { JsonSchema } from './json-schema.ts';
import { byNearness, isNear } from './nearness.ts';
import { schemaAt, valueOf } from './schema-at.ts';

export interface SchemaError {
  /** JSON pointer into the dashboard: `/panels/5/gridPos/h`. Empty for the dashboard itself. */
  readonly path: string;
  /** What is wrong there, one line. */
  readonly message: string;
  /** A name that exists and is spelled nearly the same. */
  readonly hint?: string;
}

/** How many of the allowed names a message lists. */
const SHOWN = 6;

/** A violation as a sentence, with the names that would have been right there. */
export function wordViolation(violation: Violation, json: unknown, root: JsonSchema): SchemaError {
  const { keyword, params, path } = violation;
  const keys = path.split('/').slice(1).map(unescaped);
  const value = keys.reduce(valueOf, json);
  const schema = schemaAt(root, json, keys);
  const said = (what: string): SchemaError => ({ path, message: `${shown(value)} ${what}` });

  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys(schema?.properties ?? {});
      return refused(`${path}/${escaped(key)}`, key, 'is no key here', known);
    }
    case 'discriminator': {
      const tag = String(params['tag']);
      if (params['tagValue'] === undefined) return { path, message: `\`${tag}\` is missing` };
      return refused(
        `${path}/${tag}`,
        params['tagValue'],
        `is no ${tag} here`,
        tagsOf(schema, root, tag),
      );
    }
    case 'required':
      return { path, message: `\`${String(params['missingProperty'])}\` is missing` };
    case 'const':
      return refused(path, value, 'is not allowed here', [params['allowedValue']]);
    case 'enum':
      return refused(path, value, 'is not allowed here', params['allowedValues'] as unknown[]);
    case 'type':
      return said(`is not ${kinds(params['type'])}`);
    case 'pattern':
      return said(`is not ${schema?.description ?? 'of the right form'}`);
    case 'minimum':
      return said(`is less than ${String(params['limit'])}`);
    case 'maximum':
      return said(`is more than ${String(params['limit'])}`);
    case 'minLength':
    case 'minItems':
      return said(`is too short, the least length is ${String(params['limit'])}`);
    case 'maxLength':
      return said(`is too long, the greatest length is ${String(params['limit'])}`);
    default:
      return said(`fails \`${keyword}\``);
  }
}

function refused(
  path: string,
  wrong: unknown,
  what: string,
  allowed: readonly unknown[],
): SchemaError {
  const text = String(wrong);
  const nearest = byNearness(text, allowed.map(String));
  const names = allowed.length > SHOWN ? nearest : allowed;
  const list = names.slice(0, SHOWN).map(shown).join(', ');
  const rest = names.length > SHOWN ? `, … ${names.length} in all` : '';
  const near = nearest.find((name) => allowed.includes(name) && isNear(text, name));
  return {
    path,
    message: `${shown(wrong)} ${what}${list && `: ${list}${rest}`}`,
    ...(near !== undefined && { hint: `did you mean \`${near}\`?` }),
  };
}

/** What the members of a switch have as their tag. */
function tagsOf(schema: JsonSchema | undefined, root: JsonSchema, tag: string): unknown[] {
  return (schema?.oneOf ?? []).flatMap(({ $ref = '' }) => {
    const member = root.definitions?.[$ref.replace('#/definitions/', '')];
    const { const: value, enum: values } = member?.properties?.[tag] ?? {};
    return values ?? (value === undefined ? [] : [value]);
  });
}

/** Names as they are; other texts in quotes, so that `"8"` is told from `8`. */
function shown(value: unknown): string {
  const isName = typeof value === 'string' && /^[A-Za-z]/.test(value);
  const text = isName ? value : (JSON.stringify(value) ?? 'nothing');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

function kinds(type: unknown): string {
  const names = [type].flat().map(String);
  const articles = names.map((name) => (/^[aeio]/.test(name) ? `an ${name}` : `a ${name}`));
  return articles.join(' or ');
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}
