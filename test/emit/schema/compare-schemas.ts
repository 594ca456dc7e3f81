import type { JsonSchema } from '../../../lib/emit/schema/index.ts';

/**
 * Where the values that `ours` accepts are not among those that `theirs` accepts, or where one has a key that
 * the other has not. Stricter is no difference: an enum for a text, a whole number for a number. Which keys are
 * required is not compared.
 */
export function compareSchemas(ours: JsonSchema, theirs: JsonSchema): string[] {
  const left = flat(ours);
  const right = flat(theirs);
  const paths = [...new Set([...left.keys(), ...right.keys()])].sort();
  const lonely: string[] = [];
  return paths.flatMap((path) => {
    const [mine, other] = [left.get(path), right.get(path)];
    if (!mine || !other) {
      // What is below a key that one has not is no news.
      if (
        lonely.some((parent) => /^[.[<]/.test(path.slice(parent.length)) && path.startsWith(parent))
      )
        return [];
      lonely.push(path);
      return [`${path}: only ${mine ? 'ours' : 'theirs'}`];
    }
    const extra = mine.filter((value) => !other.includes(value) && !isNarrower(value, other));
    const missing = other.filter(
      (value) => isLiteral(value) && isClosed(mine) && !mine.includes(value),
    );
    return [
      ...extra.map((value) => `${path}: ours allows ${value}`),
      ...missing.map((value) => `${path}: theirs allows ${value}`),
    ];
  });
}

/** What is allowed at each path: JSON of literals, else names of types. */
function flat(root: JsonSchema): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (part: JsonSchema, at: string): void => {
    const { $ref, anyOf, enum: values, const: value, items, oneOf, properties, type } = part;
    if ($ref !== undefined) return visit(definition(root, $ref), at);
    const kinds = [type ?? []].flat().map((kind) => (kind === 'integer' ? 'number' : kind));
    const literals = values ?? (value === undefined ? undefined : [value]);
    const allowed = literals?.map((literal) => JSON.stringify(literal)) ?? kinds;
    found.set(at, [...(found.get(at) ?? []), ...allowed]);
    for (const [key, child] of Object.entries(properties ?? {}))
      visit(child, at === '' ? key : `${at}.${key}`);
    for (const child of [items ?? []].flat()) visit(child, `${at}[]`);
    for (const child of anyOf ?? []) visit(child, at);
    for (const child of oneOf ?? []) visit(child, `${at}<${tagOf(child, part, root)}>`);
  };
  visit(root, '');
  return found;
}

function definition(root: JsonSchema, ref: string): JsonSchema {
  return root.definitions?.[ref.replace('#/definitions/', '')] ?? {};
}

function tagOf(member: JsonSchema, union: JsonSchema, root: JsonSchema): string {
  const tag = definition(root, member.$ref ?? '').properties?.[
    union.discriminator?.propertyName ?? ''
  ];
  return String(tag?.const ?? tag?.enum);
}

function isLiteral(value: string): boolean {
  return !/^(array|boolean|null|number|object|string)$/.test(value);
}

function isClosed(values: readonly string[]): boolean {
  return values.every(isLiteral);
}

function isNarrower(value: string, others: readonly string[]): boolean {
  return isLiteral(value) && others.includes(typeof JSON.parse(value));
}
