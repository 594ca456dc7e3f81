import path from 'node:path';

import type { Project } from '../../model/index.ts';
import { type Drawn, photograph, type PreviewContent } from '../../preview/index.ts';
import { withStudio, writePicture } from '../pictures/index.ts';
import type { PictureJob } from './picture-jobs.ts';

export interface TakenPicture {
  readonly job: PictureJob;
  readonly drawn: Drawn;
}

export interface PictureRequest {
  /** Of the project. */
  readonly root: string;
  readonly project: Project;
  readonly content: PreviewContent;
  readonly jobs: readonly PictureJob[];
  readonly theme: 'dark' | 'light';
  /** Folder of the pictures; absolute. */
  readonly out: string;
}

/**
 * Takes all pictures, one after the other, and writes each when it is there.
 *
 * @param onTaken called in the order in which they are written
 * @throws UsageError, Failure
 */
export function takePictures(
  { root, project, content, jobs, theme, out }: PictureRequest,
  onTaken: (taken: TakenPicture) => void,
): Promise<readonly TakenPicture[]> {
  return withStudio(root, project, async (studio) => {
    const page = await studio.pageOf(content);
    const all: TakenPicture[] = [];
    for (const job of jobs) {
      const { uid, panel, scenario, file } = job;
      const { png, drawn } = await photograph(page, {
        uid,
        theme,
        kiosk: true,
        expandRows: true,
        ...(panel === undefined ? {} : { panel }),
        ...(scenario === undefined ? {} : { scenario }),
      });
      writePicture(path.join(out, file), png);
      const taken = { job, drawn };
      onTaken(taken);
      all.push(taken);
    }
    return all;
  });
}
