import { expect, it } from 'vitest';
import { z } from 'zod';

import { type Diagnostic, type Documented, renderSarif } from '../../lib/diagnostics/index.ts';

const text = z.strictObject({ text: z.string().min(1) });
const position = z.int().min(1).optional();

const artifact = z.strictObject({
  uri: z.string().regex(/^[^ \\]*$/),
  uriBaseId: z.string(),
});
const offset = z.int().min(0);

/** The part of SARIF 2.1.0 that is written, and nothing else. */
const SARIF = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: text.optional(),
                fullDescription: text.optional(),
                help: text.optional(),
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message: text,
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: artifact,
                  region: z
                    .strictObject({
                      startLine: z.int().min(1),
                      startColumn: position,
                      endLine: position,
                      endColumn: position,
                    })
                    .optional(),
                }),
                logicalLocations: z
                  .array(z.strictObject({ name: z.string(), fullyQualifiedName: z.string() }))
                  .optional(),
              }),
            ),
            fixes: z
              .array(
                z.strictObject({
                  artifactChanges: z
                    .array(
                      z.strictObject({
                        artifactLocation: artifact,
                        replacements: z
                          .array(
                            z.strictObject({
                              deletedRegion: z.strictObject({
                                charOffset: offset,
                                charLength: offset,
                              }),
                              insertedContent: z.strictObject({ text: z.string() }),
                            }),
                          )
                          .min(1),
                      }),
                    )
                    .min(1),
                }),
              )
              .optional(),
          }),
        ),
      }),
    )
    .length(1),
});

const documented: Documented = (code) =>
  code === 'unit/mismatch' ? { summary: 'Disallow', why: 'w', page: 'docs/x.md' } : undefined;

const FOUND: Diagnostic[] = [
  {
    code: 'unit/mismatch',
    severity: 'info',
    message: 'm',
    hint: 'h',
    where: { file: 'a b.ts', line: 2, column: 3, path: ['dashboard d', 'panel "P"'] },
  },
  { code: 'type/TS2322', severity: 'error', message: 'e', where: { file: 'c.ts', path: [] } },
];

it('is SARIF 2.1.0', () => {
  const log = SARIF.parse(JSON.parse(renderSarif(FOUND, '0.1.0', documented)));
  const [run] = log.runs;
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['type/TS2322', 'unit/mismatch']);
  expect(run?.results.map((r) => [r.ruleId, r.ruleIndex, r.level, r.message.text])).toEqual([
    ['unit/mismatch', 1, 'note', 'm\nhint: h'],
    ['type/TS2322', 0, 'error', 'e'],
  ]);
  expect(run?.results[0]?.locations[0]).toEqual({
    physicalLocation: {
      artifactLocation: { uri: 'a%20b.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 3 },
    },
    logicalLocations: [{ name: 'panel "P"', fullyQualifiedName: 'dashboard d › panel "P"' }],
  });
});

it('carries fixes', () => {
  const edits = [
    { span: { start: 4, end: 6 }, text: '=' },
    { span: { start: 9, end: 9 }, text: '' },
  ];
  const [first] = FOUND.map((diagnostic) => ({ ...diagnostic, fix: edits }));
  const { runs } = SARIF.parse(
    JSON.parse(renderSarif(first === undefined ? [] : [first], '0.1.0', documented)),
  );
  expect(runs[0]?.results[0]?.fixes?.[0]?.artifactChanges).toEqual([
    {
      artifactLocation: { uri: 'a%20b.ts', uriBaseId: '%SRCROOT%' },
      replacements: [
        { deletedRegion: { charOffset: 4, charLength: 2 }, insertedContent: { text: '=' } },
        { deletedRegion: { charOffset: 9, charLength: 0 }, insertedContent: { text: '' } },
      ],
    },
  ]);
});

it('is SARIF where there is nothing', () => {
  expect(SARIF.parse(JSON.parse(renderSarif([], '0.1.0', documented))).runs[0]?.results).toEqual(
    [],
  );
});
