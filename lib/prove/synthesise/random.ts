import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** 32-bit FNV-1a of a text: the seed of everything that is random about what the text names. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

function seeded(seed: number) {
  const generator = xoroshiro128plus(seed);
  // The first numbers of similar seeds are similar.
  for (let i = 0; i < 8; i++) generator.next();
  return generator;
}

/** Numbers that look random and are the same for the same seed. */
export class Random {
  readonly #seed: number;
  #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: string) {
    this.#seed = hashOf(seed);
    this.#generator = seeded(this.#seed);
  }

  /** Begins anew: what comes depends on `position` alone, and not on what was drawn before. */
  restart(position: number): void {
    this.#generator = seeded(Math.imul(this.#seed ^ position, 0x01000193));
  }

  /** 0 to 1. */
  uniform(): number {
    return (this.#generator.next() >>> 0) / 0x1_0000_0000;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /** A whole number of events where `mean` are expected. */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    if (mean > 12) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.#normal()));
    const limit = Math.exp(-mean);
    let product = this.uniform();
    let count = 0;
    while (product > limit) {
      product *= this.uniform();
      count++;
    }
    return count;
  }

  #normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
