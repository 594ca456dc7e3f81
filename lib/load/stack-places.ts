import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type * as TypeScript from 'typescript';

import type { Where } from '../diagnostics/index.ts';
import { lazyWhere } from './lazy-where.ts';
import type { Place } from './source-places.ts';

/**
 * Finds where the parts of a stack are written: literals have no call that could say so at run time. Goes by the names in
 * the source, into other files too; what is computed is where the computation is.
 */
export class StackPlaces {
  readonly #root: string;
  readonly #system: string;
  readonly #files = new Map<string, TypeScript.SourceFile | undefined>();

  /** @param root absolute path of the project */
  constructor(root: string, system: string) {
    this.#root = root;
    this.#system = system;
  }

  /** @param keys names and indexes, outermost first: `['alertmanager', 'route', 'routes', '0']` */
  readonly whereOf = (keys: readonly string[]): Where => {
    const file = `systems/${this.#system}/stack.ts`;
    const steps = keys.length === 0 ? [] : [keys.join('.')];
    return lazyWhere(() => this.#placeOf(file, keys), file, [`stack ${this.#system}`, ...steps]);
  };

  #placeOf(file: string, keys: readonly string[]): Place | undefined {
    const source = this.#sourceOf(path.join(this.#root, file));
    const literal = source && findCall(source, 'defineStack')?.arguments[0];
    if (source === undefined || literal === undefined) return undefined;
    let value: Written = { source, node: literal };
    let at: Written | undefined;
    for (const key of keys) {
      const part = this.#partOf(value, key);
      if (part === undefined) break;
      at = { source: part.source, node: part.node };
      value = { source: part.source, node: part.value };
    }
    return at && this.#shown(at);
  }

  #shown({ source, node }: Written): Place {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
    const file = path.relative(this.#root, source.fileName).split(path.sep).join('/');
    return { file, line: line + 1, column: character + 1 };
  }

  /** The entry of an object or a list. */
  #partOf(written: Written, key: string): Part | undefined {
    const ts = typescript();
    const { source, node } = this.#literalOf(written);
    if (ts.isArrayLiteralExpression(node)) {
      const element = node.elements[Number(key)];
      return element && { source, node: element, value: element };
    }
    if (!ts.isObjectLiteralExpression(node)) return undefined;
    for (const property of [...node.properties].reverse()) {
      if (ts.isSpreadAssignment(property)) {
        const part = this.#partOf({ source, node: property.expression }, key);
        if (part !== undefined) return part;
      } else if (property.name !== undefined && nameOf(property.name) === key) {
        const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
        return { source, node: property, value };
      }
    }
    return undefined;
  }

  /** What a name stands for, without what only types need. */
  #literalOf({ source, node }: Written, depth = 0): Written {
    const ts = typescript();
    const isWrapped =
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isParenthesizedExpression(node);
    if (isWrapped) return this.#literalOf({ source, node: node.expression }, depth);
    const named = ts.isIdentifier(node) ? this.#declarationOf(source, node.text) : undefined;
    return named === undefined || depth > DEEPEST
      ? { source, node }
      : this.#literalOf(named, depth + 1);
  }

  #declarationOf(source: TypeScript.SourceFile, name: string): Written | undefined {
    const ts = typescript();
    for (const statement of source.statements) {
      if (ts.isVariableStatement(statement)) {
        const found = statement.declarationList.declarations.find(
          (each) => ts.isIdentifier(each.name) && each.name.text === name,
        );
        if (found?.initializer !== undefined) return { source, node: found.initializer };
      }
      const original = ts.isImportDeclaration(statement) ? importedAs(statement, name) : undefined;
      if (original === undefined || !ts.isImportDeclaration(statement)) continue;
      const { text } = statement.moduleSpecifier as TypeScript.StringLiteral;
      const other = this.#sourceOf(path.resolve(path.dirname(source.fileName), text));
      return other && this.#declarationOf(other, original);
    }
    return undefined;
  }

  #sourceOf(file: string): TypeScript.SourceFile | undefined {
    if (!this.#files.has(file)) {
      const { createSourceFile, ScriptTarget } = typescript();
      const source = existsSync(file)
        ? createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest)
        : undefined;
      this.#files.set(file, source);
    }
    return this.#files.get(file);
  }
}

interface Written {
  readonly source: TypeScript.SourceFile;
  readonly node: TypeScript.Node;
}

/** What names an entry, and its value. */
interface Part extends Written {
  readonly value: TypeScript.Node;
}

/** Names that stand for names; more than that go around in a circle. */
const DEEPEST = 20;

function findCall(node: TypeScript.Node, name: string): TypeScript.CallExpression | undefined {
  const ts = typescript();
  if (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === name
  ) {
    return node;
  }
  return ts.forEachChild(node, (child) => findCall(child, name));
}

function nameOf(name: TypeScript.PropertyName): string | undefined {
  const ts = typescript();
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}

/** The name that the other file gives to what is called `name` here. */
function importedAs(
  { importClause }: TypeScript.ImportDeclaration,
  name: string,
): string | undefined {
  const ts = typescript();
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return undefined;
  const found = bindings.elements.find((element) => element.name.text === name);
  return found && (found.propertyName ?? found.name).text;
}

declare const require: (name: string) => unknown;

/** An `import` would load it in every run, and most have no finding in a stack. */
function typescript(): typeof TypeScript {
  return require('typescript') as typeof TypeScript;
}
