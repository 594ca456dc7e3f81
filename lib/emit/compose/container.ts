import { folderOf, fromFolder, type HostPort, type Stack } from '../../catalog/index.ts';

/** Part of every container: it comes back after a crash and after a restart of the host. */
export const RESTART = 'unless-stopped';

/** An image of its own, built where its Dockerfile is. */
export function build(dockerfile: string, stack: Stack) {
  const context = folderOf(dockerfile);
  return {
    build: { context: here(context, stack), dockerfile: fromFolder(dockerfile, context) },
  };
}

/** A file or folder below `build/<system>/`, at the path `inside` the container, read only. */
export function mount(path: string, inside: string, stack: Stack): string {
  return `${here(path, stack)}:${inside}:ro`;
}

/** As the Compose file names a path: with a dot in front, or it would be the name of a volume. */
function here(path: string, { compose }: Stack): string {
  const relative = fromFolder(path, folderOf(compose?.file ?? ''));
  return relative.startsWith('.') ? relative : `./${relative}`;
}

/** A named volume at the path `inside` the container, where there is one. */
export function keep(volume: string | undefined, inside: string): readonly string[] {
  return volume === undefined ? [] : [`${volume}:${inside}`];
}

export function published(
  port: HostPort | undefined,
  inside: number,
): readonly string[] | undefined {
  return port === undefined ? undefined : [`${port}:${inside}`];
}

/** Asks `url` inside the container with a program of its image. */
export function healthcheck(program: 'wget' | 'curl', url: string) {
  const ask = program === 'wget' ? 'wget -q --spider' : 'curl -fsS';
  return { test: `${ask} ${url}`, interval: '30s', timeout: '5s', retries: 3 };
}

export function nonEmpty(values: object): object | undefined {
  return Object.keys(values).length === 0 ? undefined : values;
}

export function nonEmptyList<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}
