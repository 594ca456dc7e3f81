/** An exception from a check, for a reason and for some time. Written at what it is about: a dashboard, a panel, a rule. */
export interface AllowHere {
  /** As it is printed: `range/fixed-in-panel`. */
  readonly code: `${string}/${string}`;
  /** For the person who finds it in a year. */
  readonly reason: string;
  /** The first day on which it does not hold any more: `2027-01-01`. */
  readonly until: `${number}-${number}-${number}`;
}

/** An exception that is written in `defineSystem`. */
export interface Allow extends AllowHere {
  /**
   * Parts of the finding's place, outermost first; others may stand between them. The narrower the better. Default: the
   * whole system.
   *
   * @example
   * ['dashboard shop-overview', 'panel "Queue"']
   */
  readonly path?: readonly string[];
}
