// Bundles the page into dist/: index.html, app.js, app.css, fonts/, LICENSE and NOTICE. Nothing of it is fetched from
// anywhere but the server that serves this folder, and nothing of it needs `unsafe-inline` or `unsafe-eval` for scripts.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { noticeOf } from './notice.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
// Made beside, so that a page that is looked at meanwhile is whole.
const dist = path.join(here, `dist.${process.pid}`);
const modules = path.join(here, 'node_modules');

/** Editors, maps and telemetry: @grafana/ui imports them, and no panel draws with them. */
const NOT_NEEDED =
  /^(@codemirror|@grafana\/faro|@hello-pangea|@lezer|@monaco-editor|@uiw|immutable|is-hotkey|monaco-editor|ol|prismjs|react-router-dom-v5-compat|slate)($|[-/])/;

/** What Grafana's styles call the files of its fonts, and where they are here. */
const FONTS = {
  'inter/Inter-Regular.woff2': 'inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': 'inter/files/inter-latin-500-normal.woff2',
  'inter/Inter-Italic.woff2': 'inter/files/inter-latin-400-italic.woff2',
  'inter/Inter-MediumItalic.woff2': 'inter/files/inter-latin-500-italic.woff2',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2':
    'roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

mkdirSync(dist, { recursive: true });
try {
  const { metafile } = await build({
    entryPoints: { app: path.join(here, 'src', 'main.tsx') },
    outdir: dist,
    absWorkingDir: here,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'chrome120',
    mainFields: ['browser', 'module', 'main'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    // All zones of the last hundred years are a third of the bundle, and the page is in UTC.
    alias: {
      'moment-timezone': path.join(
        modules,
        'moment-timezone/builds/moment-timezone-with-data-10-year-range.js',
      ),
    },
    plugins: [withoutEditors(), icons()],
    loader: { '.svg': 'text' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  writeFileSync(path.join(dist, 'NOTICE'), noticeOf(metafile, here));
} catch (error) {
  rmSync(dist, { recursive: true, force: true });
  // esbuild has printed them, with their places.
  if (!Array.isArray(error.errors)) throw error;
  process.exit(1);
}
cpSync(path.join(here, 'src', 'index.html'), path.join(dist, 'index.html'));
cpSync(path.join(modules, '@grafana/ui/LICENSE_APACHE2'), path.join(dist, 'LICENSE'));
for (const [to, from] of Object.entries(FONTS)) {
  cpSync(path.join(modules, '@fontsource', from), path.join(dist, 'fonts', to));
}
replace(path.join(here, 'dist'), dist);

/** In two steps, between which there is no page for a moment only: to remove one takes longer. */
function replace(old, made) {
  const away = `${made}.old`;
  if (existsSync(old)) renameSync(old, away);
  renameSync(made, old);
  rmSync(away, { recursive: true, force: true });
}

/** Puts in their place something that can be imported, extended and called, and does nothing. */
function withoutEditors() {
  return {
    name: 'without-editors',
    setup(build) {
      build.onResolve({ filter: NOT_NEEDED }, ({ path }) => ({ path, namespace: 'nothing' }));
      build.onResolve({ filter: /^(stream|tty|util)$/ }, ({ path }) => ({
        path,
        namespace: 'nothing',
      }));
      build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({
        contents: `const nothing = new Proxy(function () {}, {
          get: (_, key) => (key === '__esModule' ? false : key === Symbol.toPrimitive ? () => '' : key === 'prototype' ? {} : nothing),
          apply: () => nothing,
          construct: () => ({}),
        });
        module.exports = nothing;`,
      }));
    },
  };
}

/** `import ICONS from 'icons'`: the text of each SVG file by `folder/name`, so that no icon is fetched when it is drawn. */
function icons() {
  const root = path.join(modules, '@grafana/ui/dist/public/img/icons');
  return {
    name: 'icons',
    setup(build) {
      build.onResolve({ filter: /^icons$/ }, ({ path }) => ({ path, namespace: 'icons' }));
      build.onLoad({ filter: /.*/, namespace: 'icons' }, () => {
        const entries = readdirSync(root)
          .sort()
          .flatMap((folder) =>
            readdirSync(path.join(root, folder))
              .sort()
              .map((file) => [
                `${folder}/${path.basename(file, '.svg')}`,
                readFileSync(path.join(root, folder, file), 'utf8'),
              ]),
          );
        return { contents: JSON.stringify(Object.fromEntries(entries)), loader: 'json' };
      });
    },
  };
}
