import type { Command } from '../command.ts';
import build from './build.ts';
import check from './check.ts';
import explain from './explain.ts';
import promql from './promql.ts';

/** In the order of `--help`. */
export const COMMANDS: readonly Command[] = [build, check, explain, promql];
