import type { Diagnostic, Edit } from '../../diagnostics/index.ts';
import { readYaml } from './yaml-documents.ts';

/**
 * Fixes a file: makes the edits of its findings, and changes nothing else in it.
 *
 * A fix that touches what an earlier one changes is left out; so is everything where the file could not be read
 * afterwards.
 *
 * @param found in the file; those without a fix are passed over
 * @returns what was fixed, in the order given
 */
export function applyFixes(
  text: string,
  found: readonly Diagnostic[],
): { readonly text: string; readonly fixed: readonly Diagnostic[] } {
  const edits: Edit[] = [];
  const fixed = found.filter(({ fix = [] }) => {
    const further = fix.filter((edit) => !edits.some((made) => isSame(made, edit)));
    if (fix.length === 0 || further.some((edit) => edits.some((made) => touches(made, edit)))) {
      return false;
    }
    edits.push(...further);
    return true;
  });
  const changed = applied(text, edits);
  return isReadable(text, changed) ? { text: changed, fixed } : { text, fixed: [] };
}

function applied(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let [result, end] = ['', 0];
  for (const { span, text: instead } of ordered) {
    result += text.slice(end, span.start) + instead;
    end = span.end;
  }
  return result + text.slice(end);
}

function isSame(a: Edit, b: Edit): boolean {
  return a.text === b.text && a.span.start === b.span.start && a.span.end === b.span.end;
}

/** Two that only meet do so as well: which of two texts comes first is not said. */
function touches({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** A last doubt: edits are made so that it always is. */
function isReadable(before: string, after: string): boolean {
  return isJson(before) ? isJson(after) : yamlProblems(after) <= yamlProblems(before);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return true;
  } catch {
    return false;
  }
}

function yamlProblems(text: string): number {
  return readYaml(text).problems.length;
}
