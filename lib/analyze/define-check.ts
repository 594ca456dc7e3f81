import type { Diagnostic, Severity } from '../diagnostics/index.ts';
import type { Analysis } from './analysis.ts';

/** What a check says about one place. */
export type Finding = Omit<Diagnostic, 'code' | 'severity'> & {
  /** Only where it differs from the check's. */
  readonly severity?: Severity;
};

/** One check. One file in `checks/` is one check, named after its code. */
export interface Check {
  /** `family/name`. */
  readonly code: Diagnostic['code'];
  readonly severity: Severity;
  /** A rule of the house: only run where somebody asks for it. Default: always run. */
  readonly optIn?: true;
  readonly docs: CheckDocs;
  /** Called for one content file after the other. Pure: never prints, reads a file or throws; reports what it finds. */
  run(analysis: Analysis, report: (finding: Finding) => void): void;
}

/** What the reference says about a check. Its tests run the examples. */
export interface CheckDocs {
  /** An order on one line: `Disallow …`, `Require …`. */
  readonly summary: string;
  /** What goes wrong without it. */
  readonly why: string;
  /** TypeScript of a panel, an alert or a query that is reported. */
  readonly bad: string;
  /** Its nearest neighbour that is not. */
  readonly good: string;
}

export function defineCheck(check: Check): Check {
  return Object.freeze(check);
}
