import { contentFiles } from './content-files.ts';

/** The files of a new project, text by path. `package.json` is not one of them: npm made it. */
export function projectFiles(name: string): ReadonlyMap<string, string> {
  return new Map([
    ['tsconfig.json', TSCONFIG],
    ['tsconfig.content.json', TSCONFIG_CONTENT],
    ['.gitignore', 'node_modules/\n.tools/\n'],
    ['.editorconfig', EDITORCONFIG],
    ['.vscode/settings.json', VSCODE],
    ['.github/workflows/dashboards.yml', WORKFLOW],
    ...contentFiles(name),
  ]);
}

/** What `npm run` does; `test` needs no `build/`, so it passes before the first build. */
export const SCRIPTS: Readonly<Record<string, string>> = {
  build: 'dashc build',
  check: 'dashc check',
  test: 'dashc check && dashc test --coverage',
};

/** For the editor. The content is checked without Node's types, so the other file is the one that counts. */
const TSCONFIG = `{
  "extends": "./tsconfig.content.json"
}
`;

const TSCONFIG_CONTENT = `{
  "compilerOptions": {
    "target": "es2022",
    "lib": ["es2022"],
    "types": [],
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "noUnusedLocals": true,
    "allowImportingTsExtensions": true,
    "noEmit": true,
    "skipLibCheck": true
  },
  "include": ["systems", "dashboards", "alerts"]
}
`;

const EDITORCONFIG = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
`;

const VSCODE = `{
  "files.readonlyInclude": { "build/**": true },
  "search.exclude": { "build/**": true },
  "typescript.preferences.importModuleSpecifierEnding": "js"
}
`;

const WORKFLOW = `name: dashboards
on:
  push:
    branches: [main]
  pull_request:
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: npm test
      # What is committed in build/ is what the sources say.
      - run: npx dashc build --check
`;
