import { ANY } from '../type.ts';
import { type Fact, factOf, joinFacts } from './fact.ts';

/** The variables that a template has declared so far. */
export class Scope {
  #variables: (readonly [name: string, fact: Fact])[];

  constructor(variables: readonly (readonly [name: string, fact: Fact])[]) {
    this.#variables = [...variables];
  }

  get(name: string): Fact {
    return this.#variables.findLast(([known]) => known === name)?.[1] ?? factOf(ANY);
  }

  has(name: string): boolean {
    return this.#variables.some(([known]) => known === name);
  }

  declare(name: string, fact: Fact): void {
    this.#variables.push([name, fact]);
  }

  /**
   * The assignment may stand in a branch that is not taken, so the old value stays possible.
   *
   * @returns whether there is such a variable
   */
  assign(name: string, fact: Fact): boolean {
    const at = this.#variables.findLastIndex(([known]) => known === name);
    if (at !== -1) this.#variables[at] = [name, joinFacts(this.get(name), fact)];
    return at !== -1;
  }

  /** Runs `walk`, and forgets what it declared. */
  within(walk: () => void): void {
    const count = this.#variables.length;
    walk();
    this.#variables.length = count;
  }
}
