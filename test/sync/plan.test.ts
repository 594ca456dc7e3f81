import { expect, it } from 'vitest';

import { fingerprint } from '../../lib/sync/fingerprint.ts';
import { plan } from '../../lib/sync/index.ts';
// The fingerprints are not of the stage's door: only a plan compares them.
import type { Present } from '../../lib/sync/present.ts';

const NEW = fingerprint('new\n', false);
const OLD = fingerprint('old\n', false);
const HAND = fingerprint('by hand\n', false);

interface Row {
  readonly title: string;
  /** Whether it is built: as `new`. */
  readonly wanted: boolean;
  /** What the manifest says. */
  readonly owned?: readonly string[];
  readonly present: Present;
  readonly prune?: true;
  readonly force?: true;
  readonly step: string | undefined;
  readonly problem?: string;
}

const MISSING: Present = { kind: 'missing' };
const LINK: Present = { kind: 'blocked', by: 'a', what: 'a symbolic link' };

function file(print: string): Present {
  return { kind: 'file', fingerprint: print };
}

it.each<Row>([
  { title: 'a new file', wanted: true, present: MISSING, step: 'add' },
  { title: 'ours, vanished', wanted: true, owned: [OLD], present: MISSING, step: 'add' },
  { title: 'ours, old', wanted: true, owned: [OLD], present: file(OLD), step: 'change' },
  { title: 'ours, as wanted', wanted: true, owned: [NEW], present: file(NEW), step: 'same' },
  {
    title: 'ours, half way: the old one',
    wanted: true,
    owned: [OLD, HAND],
    present: file(OLD),
    step: 'change',
  },
  {
    title: 'ours, half way: what an earlier sync was about to write',
    wanted: true,
    owned: [OLD, HAND],
    present: file(HAND),
    step: 'change',
  },
  {
    title: 'ours, changed by hand',
    wanted: true,
    owned: [OLD],
    present: file(HAND),
    step: 'change',
    problem: 'sync/drift',
  },
  {
    title: 'ours, changed by hand to just what is wanted',
    wanted: true,
    owned: [OLD],
    present: file(NEW),
    step: 'same',
  },
  {
    title: 'ours, changed by hand, forced',
    wanted: true,
    owned: [OLD],
    present: file(HAND),
    force: true,
    step: 'change',
  },
  {
    title: "another's",
    wanted: true,
    present: file(HAND),
    step: 'change',
    problem: 'sync/foreign',
  },
  {
    title: "another's, forced",
    wanted: true,
    present: file(HAND),
    force: true,
    step: 'change',
    problem: 'sync/foreign',
  },
  { title: "another's, as wanted", wanted: true, present: file(NEW), step: 'same' },
  {
    title: 'a link in its place',
    wanted: true,
    present: LINK,
    force: true,
    step: undefined,
    problem: 'sync/blocked',
  },
  { title: 'no longer built', wanted: false, owned: [OLD], present: file(OLD), step: 'keep' },
  {
    title: 'no longer built, pruned',
    wanted: false,
    owned: [OLD],
    present: file(OLD),
    prune: true,
    step: 'remove',
  },
  {
    title: 'no longer built and changed by hand',
    wanted: false,
    owned: [OLD],
    present: file(HAND),
    step: 'keep',
  },
  {
    title: 'no longer built and changed by hand, pruned',
    wanted: false,
    owned: [OLD],
    present: file(HAND),
    prune: true,
    step: 'remove',
    problem: 'sync/drift',
  },
  {
    title: 'no longer built and removed by somebody',
    wanted: false,
    owned: [OLD],
    present: MISSING,
    prune: true,
    step: undefined,
  },
  {
    title: 'no longer built and replaced by a link',
    wanted: false,
    owned: [OLD],
    present: LINK,
    prune: true,
    force: true,
    step: undefined,
  },
])('$title', ({ wanted, owned, present, prune, force, step, problem }) => {
  const { steps, problems } = plan({
    wanted: wanted ? [{ path: 'a', text: 'new\n' }] : [],
    owned: new Map(owned === undefined ? [] : [['a', owned]]),
    presentAt: () => present,
    prune: prune === true,
    force: force === true,
    show: (path) => path,
  });
  expect({ step: steps[0]?.kind, problem: problems[0]?.code }).toEqual({ step, problem });
});

it('tells a file that is started from one that is not', () => {
  const { steps } = plan({
    wanted: [{ path: 'run.sh', text: 'new\n', mode: 0o755 }],
    owned: new Map([['run.sh', [NEW]]]),
    presentAt: () => file(NEW),
    prune: false,
    force: false,
    show: (path) => path,
  });
  expect(steps[0]?.kind).toBe('change');
});
