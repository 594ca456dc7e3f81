import {
  type At,
  type Matcher,
  printDuration,
  type Range,
  type Selector,
} from '../../promql/index.ts';
import { code } from '../wording.ts';
import type { TreeChange } from './difference.ts';

/** What differs between two selectors. */
export function selectorChanges(a: Selector, b: Selector): TreeChange[] {
  const metric = b.name === undefined ? {} : { metric: b.name };
  const changes: TreeChange[] = [];
  if (a.name !== b.name) {
    const message = `metric ${nameText(a)} to ${nameText(b)}`;
    changes.push({ kind: 'expression-metric', message });
  }
  for (const message of matcherChanges(a.matchers, b.matchers)) {
    changes.push({ kind: 'expression-matcher', message, ...metric });
  }
  for (const message of modifierChanges(a, b)) {
    changes.push({ kind: 'expression-offset', message, ...metric });
  }
  return changes;
}

function nameText({ name }: Selector): string {
  return name === undefined ? 'nothing' : code(name);
}

function matcherChanges(before: readonly Matcher[], after: readonly Matcher[]): string[] {
  const texts = (all: readonly Matcher[]) => new Set(all.map(matcherText));
  const [had, has] = [texts(before), texts(after)];
  const gone = before.filter((each) => !has.has(matcherText(each)));
  const come = after.filter((each) => !had.has(matcherText(each)));
  const taken = new Set<Matcher>();
  const changed = come.map((each) => {
    const old = gone.find((one) => one.label === each.label && !taken.has(one));
    if (old === undefined) return `matcher ${code(matcherText(each))} added`;
    taken.add(old);
    return `matcher ${code(matcherText(old))} to ${code(matcherText(each))}`;
  });
  const dropped = gone
    .filter((each) => !taken.has(each))
    .map((each) => `matcher ${code(matcherText(each))} dropped`);
  return [...changed, ...dropped];
}

function matcherText({ label, op, value, bare }: Matcher): string {
  return `${label}${op}${bare ? value : JSON.stringify(value)}`;
}

function modifierChanges(a: Selector, b: Selector): string[] {
  const offset = (range: Range | undefined) => (range === undefined ? undefined : rangeText(range));
  return [
    ...changeOf('offset', offset(a.offset), offset(b.offset)),
    ...changeOf('time', atText(a.at), atText(b.at)),
    ...changeOf('edge', a.edge, b.edge),
  ];
}

function changeOf(what: string, before: string | undefined, after: string | undefined): string[] {
  if (before === after) return [];
  if (before === undefined) return [`${what} ${after} added`];
  if (after === undefined) return [`${what} ${before} dropped`];
  return [`${what} ${before} to ${after}`];
}

function atText(at: At | undefined): string | undefined {
  if (at === undefined) return undefined;
  if (at.kind === 'timestamp') return `@ ${at.seconds}`;
  return at.kind === 'variable' ? `@ ${at.variable.text}` : `@ ${at.kind}()`;
}

/** A length of time as PromQL has it. */
export function rangeText(range: Range): string {
  switch (range.kind) {
    case 'duration':
      return printDuration(range.milliseconds);
    case 'variable':
      return `${range.negative ? '-' : ''}${range.variable.text}`;
    case 'expression':
      return range.text;
  }
}
