import type { JsonSchema } from '../../lib/emit/schema/index.ts';
import { stableJson } from './stable-json.ts';

const PREFIX = '#/definitions/';

/** The named shapes of a schema. A shape that was met before is not written again, whatever its name. */
export class Definitions {
  readonly #schemas = new Map<string, JsonSchema>();
  readonly #names = new Map<string, string>();

  /** A reference to the shape, under `name` or, if another shape has it, under `name` and a number. */
  add(name: string, schema: JsonSchema): JsonSchema {
    const text = stableJson(schema);
    const known = this.#names.get(text);
    if (known !== undefined) return { $ref: PREFIX + known };
    const free = this.#free(name);
    this.#names.set(text, free);
    this.#schemas.set(free, schema);
    return { $ref: PREFIX + free };
  }

  /** The shape itself, if `schema` is a reference to one. */
  resolve(schema: JsonSchema): JsonSchema {
    return this.#schemas.get(schema.$ref?.slice(PREFIX.length) ?? '') ?? schema;
  }

  /** All shapes that `root` reaches, by name. */
  reachedFrom(root: JsonSchema): Record<string, JsonSchema> {
    const reached: Record<string, JsonSchema> = {};
    const visit = (schema: JsonSchema): void => {
      for (const name of referencesIn(schema)) {
        const shape = this.#schemas.get(name);
        if (!shape || reached[name]) continue;
        reached[name] = shape;
        visit(shape);
      }
    };
    visit(root);
    return reached;
  }

  #free(name: string): string {
    if (!this.#schemas.has(name)) return name;
    for (let n = 2; ; n++) if (!this.#schemas.has(name + n)) return name + n;
  }
}

function referencesIn(schema: JsonSchema): string[] {
  return [...stableJson(schema).matchAll(/"\$ref": "#\/definitions\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
}
