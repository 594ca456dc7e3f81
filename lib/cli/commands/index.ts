import type { Command } from '../command.ts';
import build from './build.ts';
import check from './check.ts';
import diff from './diff.ts';
import drift from './drift.ts';
import explain from './explain.ts';
import imports from './import.ts';
import init from './init.ts';
import preview from './preview.ts';
import promql from './promql.ts';
import review from './review.ts';
import screenshot from './screenshot.ts';
import sync from './sync.ts';
import test from './test.ts';
import verify from './verify.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  build,
  check,
  test,
  explain,
  imports,
  promql,
  diff,
  sync,
  drift,
  init,
  verify,
  preview,
  screenshot,
  review,
];
