import { execFile } from 'node:child_process';

/** What a finished program left behind. */
export interface ToolRun {
  /** 0 is success. `undefined` when it was killed by a signal or could not be started. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** Holds the reason when the program could not be started. */
  readonly stderr: string;
}

export interface ToolRunOptions {
  /** Working directory; relative paths in rule files and test files start here. */
  readonly cwd?: string;
  /** Written to the program's standard input, which is then closed. */
  readonly input?: string;
  /** In place of this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a program to its end. A failing program is an answer, not an exception: this never rejects.
 *
 * @example
 * await runTool('/usr/bin/promtool', ['check', 'rules', 'a.yml'])
 * // { exitCode: 1, stdout: 'Checking a.yml\n', stderr: '  FAILED:\na.yml: …' }
 */
export function runTool(
  path: string,
  args: readonly string[],
  { cwd, input = '', env }: ToolRunOptions = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = execFile(
      path,
      args,
      { cwd, env, maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : error.code;
        if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
        else resolve({ exitCode: undefined, stdout, stderr: stderr || String(error?.message) });
      },
    );
    // A program that exits without reading its input closes the pipe under us; its exit code says why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Bytes. promtool prints one line per failed sample, so a broken large system prints much. */
const MAX_OUTPUT = 64 * 1024 * 1024;
