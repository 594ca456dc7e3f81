import path from 'node:path';

import { GITHUB_LIMIT, renderReviewMarkdown } from '../../review/index.ts';
import { fileNamePart, writePicture } from '../pictures/index.ts';
import { type GalleryContent, renderGallery } from './gallery/index.ts';
import { picturesText } from './pictures-text.ts';

/**
 * Writes `review.md` for the comment of a pull request, `index.html` with everything in it, and the pictures as files.
 *
 * @param out absolute
 */
export function writeReview(out: string, content: GalleryContent): void {
  const { review, dashboards, notes } = content;
  for (const { system = '', name, pictures } of dashboards) {
    for (const [kind, png] of Object.entries(pictures)) {
      const file = `${fileNamePart(name)}.${kind}.png`;
      writePicture(path.join(out, 'pictures', fileNamePart(system), file), png);
    }
  }
  const shown = picturesText(dashboards, notes);
  const words = renderReviewMarkdown(review, GITHUB_LIMIT - shown.length);
  writePicture(path.join(out, 'review.md'), words + shown);
  writePicture(path.join(out, 'index.html'), renderGallery(content));
}
