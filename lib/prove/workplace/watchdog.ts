import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Reads what was started from its input. When the input ends without a word, nobody is left to clean up: it ends the
 * programs and removes the folder.
 */
const SCRIPT = `
pids=
while read -r word value; do
  case $word in
    start) pids="$pids $value" ;;
    end) pids=$(for pid in $pids; do [ "$pid" = "$value" ] || printf ' %s' "$pid"; done) ;;
    done) exit 0 ;;
  esac
done
[ -z "$pids" ] || kill -9 $pids 2>/dev/null
for attempt in 1 2 3 4 5; do
  rm -rf "$1" 2>/dev/null && exit 0
  sleep 0.2
done
`;

/** A process of its own that outlives dashc where that is killed, and cleans up after it. */
export class Watchdog {
  readonly #child: ChildProcess;

  constructor(folder: string) {
    this.#child = spawn('/bin/sh', ['-c', SCRIPT, 'dashc-watchdog', folder], {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Ctrl-C reaches all of the terminal's group: it must not end with them.
      detached: true,
    });
    // Without one, the next run cleans up.
    this.#child.on('error', () => undefined);
    this.#child.stdin?.on('error', () => undefined);
    this.#child.unref();
    const pipe: { unref?: () => void } | null = this.#child.stdin as unknown as {
      unref?: () => void;
    } | null;
    pipe?.unref?.();
  }

  started(pid: number | undefined): void {
    this.#say(`start ${pid}`);
  }

  ended(pid: number | undefined): void {
    this.#say(`end ${pid}`);
  }

  dismiss(): void {
    this.#child.stdin?.end('done\n');
  }

  #say(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }
}
