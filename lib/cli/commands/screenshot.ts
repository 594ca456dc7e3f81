import path from 'node:path';

import { Option } from 'commander';

import { renderText } from '../../diagnostics/index.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import type { PictureWish, TakenPicture } from '../screenshot/index.ts';

interface ScreenshotOptions extends PictureWish {
  readonly system?: string;
  readonly out: string;
}

/** A line a picture is the result; panels that failed are the news. */
export default {
  name: 'screenshot',
  define(command, io) {
    command
      .description('draw dashboards with synthesised data as PNG: same sources, same pixels')
      .option('--system <name>', 'draw one system only')
      .option('--dashboard <uid>', 'draw one dashboard only')
      .option('--panel <id>', 'draw one panel of it only')
      .option('--scenario <name>', 'with the incident of this scenario (default: healthy)')
      .addOption(
        new Option('--theme <theme>', 'colours').choices(['dark', 'light']).default('dark'),
      )
      .option('--out <folder>', 'where to write', 'screenshots');
    return () => screenshot(io, command.opts<ScreenshotOptions>());
  },
} satisfies Command;

async function screenshot(io: Io, options: ScreenshotOptions): Promise<ExitCode> {
  const { system, out, theme } = options;
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const { loadProject } = await import('../compile.ts');
  const { value: project, diagnostics } = loadProject(root, system);
  if (diagnostics.length > 0) {
    io.err(renderText(diagnostics, io.color.err));
    return EXIT.findings.code;
  }
  const { contentOf } = await import('../../preview/index.ts');
  const { pictureJobs, takePictures } = await import('../screenshot/index.ts');
  const { Failure } = await import('../../prove/index.ts');
  const content = contentOf(project);
  const jobs = pictureJobs(content, options);
  const folder = path.resolve(io.cwd, out);
  try {
    const request = { root, project, content, jobs, theme, out: folder };
    const taken = await takePictures(request, ({ job }) => io.out(`${path.join(out, job.file)}\n`));
    const failures = taken.flatMap(failuresIn);
    for (const line of failures) io.err(line);
    const pictures = plural(taken.length, 'picture');
    const wrong = `${plural(failures.length, 'panel')} with an error`;
    io.err(`${pictures}, ${wrong} (${Math.round(io.elapsed())} ms)\n`);
    return failures.length > 0 ? EXIT.findings.code : EXIT.ok.code;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.err(`dashc: ${error.message}${error.hint === undefined ? '' : `; ${error.hint}`}\n`);
    return EXIT.findings.code;
  }
}

/** The picture shows them as they are. */
function failuresIn({ job, drawn }: TakenPicture): string[] {
  return drawn.panels
    .filter(({ state }) => state === 'error')
    .map(({ title, message = '' }) => `${job.file}: panel "${title}": ${message}\n`);
}
