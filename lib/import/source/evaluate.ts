import { invariant } from '../../diagnostics/index.ts';
import type { Code } from './code.ts';

/** What names stand for. */
export type Scope = ReadonlyMap<string, unknown>;

/**
 * What an expression makes. Only functions of the scope and methods of what they return are called.
 *
 * @throws what they throw
 */
export function evaluate(code: Code, scope: Scope): unknown {
  switch (code.kind) {
    case 'spread':
      return evaluate(code.of, scope);
    case 'json':
    case 'made':
      return code.value;
    case 'name':
      invariant(scope.has(code.name), `\`${code.name}\` is neither declared nor imported`);
      return scope.get(code.name);
    case 'call': {
      const callee = evaluate(code.callee, scope) as (...args: unknown[]) => unknown;
      return callee(...code.args.map((arg) => evaluate(arg, scope)));
    }
    case 'method': {
      const of = evaluate(code.of, scope) as Record<string, (...args: unknown[]) => unknown>;
      const called = of[code.name];
      invariant(called !== undefined, `there is no method \`${code.name}\``);
      return called.apply(
        of,
        code.args.map((arg) => evaluate(arg, scope)),
      );
    }
    case 'list':
      return code.items.flatMap((item) =>
        item.kind === 'spread' ? (evaluate(item.of, scope) as unknown[]) : [evaluate(item, scope)],
      );
    case 'object':
      return Object.fromEntries(
        code.entries.map(({ key, value }) => [key, evaluate(value, scope)] as const),
      );
  }
}
