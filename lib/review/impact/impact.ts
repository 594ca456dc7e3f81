/** What a change does to something else. */
export interface Impact {
  readonly kind:
    | 'touches' // Something reads what changed.
    | 'cannot-fire' // An alert that nothing can make fire.
    | 'reads-nothing' // Something reads what is gone.
    | 'broken-link' // A link in a file leads nowhere.
    | 'lost-address'; // Bookmarks lead nowhere.
  readonly system?: string;
  /** One sentence, without a period. */
  readonly message: string;
  /** What is affected, as people call it. */
  readonly affected: readonly string[];
}

export function impact(
  kind: Impact['kind'],
  system: string | undefined,
  message: string,
  affected: readonly string[],
): Impact {
  return { kind, ...(system === undefined ? {} : { system }), message, affected };
}
