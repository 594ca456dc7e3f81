/** The page that leads to the others; a folder with a `README.md` of its own is one line. */
export function indexPage(pages: readonly (readonly [file: string, text: string])[]): string {
  const files = pages.map(([file]) => file);
  const listed = pages.filter(([file]) => {
    const readme = file.replace(/[^/]+$/, 'README.md');
    return file === readme || !files.includes(readme);
  });
  return [
    '# Reference',
    '',
    'Generated from the definitions by `npm run docs`; a test compares.',
    '',
    ...listed.map(
      ([file, text]) => `- [${headingOf(text)}](${file.replace('docs/', '')})${leadOf(text)}`,
    ),
    '',
  ].join('\n');
}

function headingOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? '';
}

/** The first paragraph behind the heading. */
function leadOf(text: string): string {
  const lead = /^# .+\n\n([^\n]+)\n/m.exec(text)?.[1];
  return lead === undefined ? '' : `: ${lead}`;
}
