import { Document, isMap, Scalar, visit, type YAMLMap } from 'yaml';

import { environmentIn } from '../catalog/index.ts';
import { invariant } from '../diagnostics/index.ts';

/**
 * A YAML file with a comment on top. Keys keep their order and `undefined` ones are left out; texts of several lines
 * become literal blocks; no line is folded, so that PromQL can be found and copied.
 *
 * @param head lines of the comment, without `#`
 */
export function toYaml(head: readonly string[], value: object): string {
  const document = new Document(value, {
    version: '1.2',
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (key, scalar) => (key === 'key' ? undefined : quoteVariables(scalar)),
  });
  document.commentBefore = head.map((line) => ` ${line}`).join('\n');
  return document.toString({ lineWidth: 0, singleQuote: true, blockQuote: 'literal' });
}

/** A value with a comment at the end of its line. */
export function remarked(value: string, remark: string): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.comment = ` ${remark}`;
  return scalar;
}

/** A mapping between two comments. */
export function between(before: string, mapping: object, after: string): YAMLMap {
  const node = new Document(mapping).contents;
  invariant(isMap(node), 'between() is for mappings');
  node.commentBefore = ` ${before}`;
  node.comment = ` ${after}`;
  return node;
}

/** The value of a variable may contain anything: the entrypoint escapes it for double quotes. */
function quoteVariables(scalar: Scalar): void {
  if (typeof scalar.value === 'string' && environmentIn(scalar.value).length > 0) {
    scalar.type = Scalar.QUOTE_DOUBLE;
  }
}
