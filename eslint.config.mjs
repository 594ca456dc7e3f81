import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Found by folder: whoever loads them cannot know their names. Everything else is imported by name. */
const FOUND_BY_FOLDER = [
  'systems/*/{index,scenarios}.ts',
  'dashboards/**',
  'alerts/**',
  'lib/analyze/checks/**',
  'lib/emit/targets/**',
  'lib/cli/commands/**',
  '*.config.{ts,mjs}',
];

/** Data, read by looking a row up: parts of it would be harder to read than the whole. */
const TABLES = [
  // A hit and its near miss in each row; what the tests compare with.
  'test/**',
  // A line a check.
  'lib/analyze/checks/index.ts',
];

/** A name that says nothing about what is inside collects everything. */
const FILES_WITHOUT_A_JOB = ['utils', 'helpers', 'common', 'types', 'misc'];

export default defineConfig(
  { ignores: ['dist/', 'build/', 'coverage/', '.tools/', 'preview/{dist,dist.*,node_modules}/'] },

  js.configs.recommended,
  tseslint.configs.recommended,

  {
    plugins: { 'import-x': importX },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/order': [
        'error',
        {
          groups: ['builtin', 'external', ['parent', 'sibling', 'index']],
          'newlines-between': 'always',
          alphabetize: { order: 'asc', caseInsensitive: true },
          named: { enabled: true, types: 'mixed' },
        },
      ],

      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 3 },
      ],

      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Re-export by name.' },
      ],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },

  { files: FOUND_BY_FOLDER, rules: { 'import-x/no-default-export': 'off' } },
  { files: TABLES, rules: { 'max-lines': 'off' } },

  {
    // These need types and so most of the time; only these folders do anything that can be awaited.
    files: ['lib/{cli,load,preview,prove,sync}/**/*.ts', 'scripts/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  { files: ['lib/cli/**', 'scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['lib/**'],
    ignores: ['lib/cli/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only lib/cli reads the environment.' },
        { object: 'process', property: 'argv', message: 'Only lib/cli reads the command line.' },
        { object: 'process', property: 'exit', message: 'Only lib/cli decides the exit code.' },
        { object: 'Date', property: 'now', message: 'Same input, same bytes.' },
        { object: 'Math', property: 'random', message: 'Same input, same bytes.' },
      ],
    },
  },
  {
    files: [`**/{${FILES_WITHOUT_A_JOB.join(',')}}.*`],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program', message: 'Name the file after what it exports.' },
      ],
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['Buffer', 'console', 'module', 'process', 'require', '__dirname'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  { files: ['**/*.{cjs,js}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
