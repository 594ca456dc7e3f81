import { Duration } from '../../catalog/index.ts';
import { type Expr, print, seriesOf } from '../../promql/index.ts';
import type { Kept } from '../import-plan.ts';
import { builderSource, durationText, type Handles, recordedHandle } from '../promql/index.ts';
import {
  call,
  type Code,
  commentText,
  type Entry,
  identifierOf,
  Identifiers,
  json,
  type ModuleSpec,
  name,
  object,
  quoted,
  type Statement,
} from '../source/index.ts';
import { caseCodes, type Recordings } from './cases/index.ts';
import { promqlComments } from './promql-comments.ts';
import type { RawGroup, RawRule } from './rule-file.ts';

/** What the rules of a group may use. */
export interface RuleScope {
  /** Of catalogs. */
  readonly handles: Handles;
  /** Names of all series that rules make, those of other files too. */
  readonly recorded: ReadonlySet<string>;
  /** What makes them. */
  readonly recordings: Recordings;
  readonly library: string;
  readonly systemModule: string;
  /** The tree of a rule's expression; `undefined` where it is no PromQL. */
  readonly exprOf: (rule: RawRule) => Expr | undefined;
}

/** A group as a module, and what became of its parts. */
export interface GroupModule {
  readonly spec: ModuleSpec;
  readonly raw: readonly Kept[];
  readonly lost: readonly Kept[];
  readonly typed: {
    readonly alerts: number;
    readonly 'recording rules': number;
    readonly queries: number;
  };
  /** Alerts whose cases could not be derived, and why. */
  readonly untested: readonly Kept[];
}

/** Names that a module of rules may import: no constant is called like one. */
const IMPORTED = [
  ...['m', 'plainAlert', 'record', 'ruleGroup', 'promql', 'seriesOf', 'given'],
  ...['constant', 'rising', 'matches', 'matchesNot', 'not', 'allOf', 'on', 'ignoring'],
  ...['number', 'time', 'vector'],
];

export function groupModule(group: RawGroup, scope: RuleScope): GroupModule {
  return new GroupWriter(group, scope).module();
}

class GroupWriter {
  readonly #group: RawGroup;
  readonly #scope: RuleScope;
  readonly #names = new Identifiers(IMPORTED);
  /** Of the rules so far. */
  readonly #series = new Map<string, ReturnType<typeof recordedHandle>>();
  readonly #raw: Kept[] = [];
  readonly #lost: Kept[] = [];
  readonly #untested: Kept[] = [];
  #queries = 0;

  constructor(group: RawGroup, scope: RuleScope) {
    this.#group = group;
    this.#scope = scope;
  }

  module(): GroupModule {
    const { rules, comments } = this.#group;
    const written = rules.flatMap((rule) => this.#rule(rule) ?? []);
    const statements: Statement[] = [
      ...written,
      { kind: 'default', code: this.#definition(written.map((each) => each.name)) },
    ];
    const { library, systemModule } = this.#scope;
    const origins = new Map(IMPORTED.map((each) => [each, library]));
    origins.set('m', systemModule);
    return {
      spec: {
        ...(comments.length === 0 ? {} : { comment: comments.map(commentText) }),
        statements,
        origins,
      },
      raw: this.#raw,
      lost: this.#lost,
      untested: this.#untested,
      typed: {
        alerts: rules.filter(({ kind }) => kind === 'alert').length,
        'recording rules': rules.filter(({ kind }) => kind === 'record').length,
        queries: this.#queries,
      },
    };
  }

  #definition(rules: readonly string[]): Code {
    const { name: title, interval, queryOffset, limit, labels, place } = this.#group;
    const options = {
      interval: this.#duration(interval, `${place} interval`),
      queryOffset: this.#duration(queryOffset, `${place} query_offset`),
      limit: this.#limit(limit, place),
      labels: textsCode(labels),
    };
    const hasOptions = Object.values(options).some((option) => option !== undefined);
    const list: Code = { kind: 'list', items: rules.map(name) };
    return call('ruleGroup', json(title), list, ...(hasOptions ? [object(options)] : []));
  }

  #rule(rule: RawRule): (Statement & { readonly kind: 'const' }) | undefined {
    const expr = this.#scope.exprOf(rule);
    if (expr === undefined) {
      this.#lost.push({ place: rule.place, reason: 'its expression is no PromQL' });
      return undefined;
    }
    const constant = this.#names.next(identifierOf(rule.name, rule.kind));
    const code =
      rule.kind === 'record' ? this.#record(rule, expr, constant) : this.#alert(rule, expr);
    const doc = commentText(rule.comments.join(' '));
    return {
      kind: 'const',
      name: constant,
      exported: true,
      code,
      ...(doc === '' ? {} : { doc }),
    };
  }

  #record(rule: RawRule, expr: Expr, constant: string): Code {
    const { entry, labels } = this.#expr(rule, expr);
    // Of several rules that make one series, each makes a part of it.
    if (this.#series.has(rule.name)) this.#series.delete(rule.name);
    else {
      this.#series.set(
        rule.name,
        recordedHandle(rule.name, constant, labels, Object.keys(rule.labels)),
      );
    }
    const hasNoUse = rule.for ?? rule.keepFiringFor;
    if (hasNoUse !== undefined || Object.keys(rule.annotations).length > 0) {
      this.#lost.push({
        place: rule.place,
        reason: 'a recording rule has no `for`, `keep_firing_for` or `annotations`',
      });
    }
    return call('record', {
      kind: 'object',
      entries: present([['name', json(rule.name)], entry, ['labels', textsCode(rule.labels)]]),
    });
  }

  #alert(rule: RawRule, expr: Expr): Code {
    const { entry } = this.#expr(rule, expr);
    const cases = caseCodes(rule, expr, this.#looseHandles(), this.#scope.recordings);
    if (cases.reason !== undefined) {
      this.#untested.push({ place: rule.place, reason: cases.reason });
    }
    return call('plainAlert', {
      kind: 'object',
      entries: present([
        ['name', json(rule.name)],
        entry,
        ['for', this.#duration(rule.for, `${rule.place} for`)],
        ['keepFiringFor', this.#duration(rule.keepFiringFor, `${rule.place} keep_firing_for`)],
        ['labels', textsCode(rule.labels)],
        ['annotations', textsCode(rule.annotations)],
        cases.entry,
      ]),
    });
  }

  #expr(rule: RawRule, expr: Expr) {
    const typed =
      [this.#handles(), this.#looseHandles()]
        .map((handles) => builderSource(expr, handles))
        .find(({ code }) => code !== undefined) ?? builderSource(expr, this.#handles());
    if (typed.code !== undefined) {
      this.#queries++;
      const code: Code = { kind: 'made', code: typed.code, names: typed.names, value: typed.value };
      const comment = promqlComments(rule.expr).join(' / ');
      const entry: Entry = { key: 'expr', value: code, ...(comment === '' ? {} : { comment }) };
      return { entry, labels: typed.labels };
    }
    this.#raw.push({ place: `${rule.place} expr`, reason: typed.reason });
    const entry: Entry = {
      key: 'expr',
      value: call('promql', json(print(expr))),
      comment: [`TODO(import): ${typed.reason}`, ...promqlComments(rule.expr)].join(' / '),
    };
    return { entry, labels: 'open' as const };
  }

  /** Series of rules that are written above are theirs. */
  #handles(): Handles {
    const loose = this.#looseHandles();
    return { find: (series) => this.#series.get(series) ?? loose.find(series) };
  }

  /** Any labels, where those of the rule that makes the series do not fit. */
  #looseHandles(): Handles {
    const { handles, recorded } = this.#scope;
    return {
      find: (series) =>
        recorded.has(series)
          ? {
              code: `seriesOf(${quoted(series)})`,
              value: seriesOf(series),
              root: 'seriesOf',
              kind: 'gauge',
              recorded: true,
              selector: seriesOf(series).selector,
              labels: {},
              open: true,
            }
          : handles.find(series),
    };
  }

  #duration(text: string | undefined, place: string): Code | undefined {
    if (text === undefined || text === '0') return undefined;
    const duration = Duration.parse(text);
    if (duration === undefined) {
      this.#lost.push({ place, reason: `\`${text}\` is no duration` });
      return undefined;
    }
    return duration.milliseconds === 0 ? undefined : json(durationText(duration.milliseconds));
  }

  #limit(text: string | undefined, place: string): Code | undefined {
    if (text === undefined || text === '0') return undefined;
    const limit = Number(text);
    if (Number.isSafeInteger(limit) && limit > 0) return json(limit);
    this.#lost.push({ place: `${place} limit`, reason: `\`${text}\` is no number` });
    return undefined;
  }
}

function textsCode(texts: Readonly<Record<string, string>>): Code | undefined {
  return Object.keys(texts).length === 0 ? undefined : json(texts);
}

function present(entries: readonly (Entry | readonly [string, Code | undefined])[]): Entry[] {
  return entries.flatMap((entry): Entry[] => {
    if ('key' in entry) return [entry];
    const [key, value] = entry;
    return value === undefined ? [] : [{ key, value }];
  });
}
