import { defineConfig } from 'vitest/config';

/** Functions of values only: their files can share a process, which is four times as fast. */
const PURE = [
  'test/{analyze,catalog,diagnostics,emit,gotemplate,logql,model,normalise,promql,review}/**/*.test.ts',
  'test/import/{promql,rules}/**/*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: PURE, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: PURE,
          typecheck: {
            enabled: true,
            include: ['test/**/*.test-d.ts'],
            // TypeScript 5.9, which editors run; `npm run typecheck` reads the same files with the native compiler.
            // By path, because both packages install a `tsc`.
            checker: 'node_modules/typescript/bin/tsc',
            tsconfig: 'tsconfig.types.json',
          },
        },
      },
    ],
    pool: 'forks',
    watch: false,
    // Half of the tests wait for programs that they started: one worker a core, where vitest keeps one core free.
    maxWorkers: '100%',
    // Once more, for the tests that send signals and wait for servers: a machine may be busy. What is wrong fails twice.
    retry: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
