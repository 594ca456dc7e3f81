/**
 * An environment variable that the stack reads. Any text of the stack may contain it as `${NAME}`.
 *
 * One without a `default` that is not `optional` is required: nothing that reads it starts while it is empty.
 */
export interface EnvironmentVariable {
  /** One or more sentences for the person who fills it in: the comment in `.env.example`. */
  readonly help: string;
  /** What `.env.example` shows. Never the value of a secret. */
  readonly example?: string;
  /** Stands in where the variable is unset or empty. */
  readonly default?: string;
  /** Blank in `.env.example`, and no image is built with its default. */
  readonly secret?: true;
  /** May be empty. */
  readonly optional?: true;
}

/** By name: upper case letters, digits and `_`. */
export type Environment = Readonly<Record<string, EnvironmentVariable>>;

/**
 * The variables that `text` mentions as `${NAME}`, each once, in the order of their first mention.
 * A replacement such as `${1}` and Grafana's `${job:regex}` are none.
 */
export function environmentIn(text: string): readonly string[] {
  return [
    ...new Set([...text.matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/g)].map(([, name]) => name ?? '')),
  ];
}
