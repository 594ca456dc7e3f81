import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { beforeAll, describe, expect, it } from 'vitest';

import { compactErrors } from '../../../scripts/schema/compact-errors.ts';
import { compileValidator } from '../../../scripts/schema/compile.ts';

describe('the compiled validator', () => {
  beforeAll(compileValidator);

  const code = () => readFileSync(join(__dirname, '../../../dist/validate-dashboard.js'), 'utf8');

  it('runs where there is no `require`', () => {
    const module = { exports: {} };
    runInNewContext(`${code()}(module)`, { module });
    expect(module.exports).toMatchObject({ default: expect.any(Function) });
  });

  // Loading it is on the way of every build: 456 KB take 8 ms.
  it('stays small', () => {
    expect(code().length).toBeLessThan(500_000);
  });
});

describe('compactErrors', () => {
  it('makes one call of an error', () => {
    const error = `const err3 = {instancePath:instancePath+"/a",schemaPath:"#/x",keyword:"type",params:{type: "string"}};`;
    const push = `if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;`;
    expect(compactErrors(error + push)).toMatch(
      /^vErrors = fail\(vErrors, instancePath\+"\/a", "type", \{type: "string"\}\);errors\+\+;/,
    );
  });

  it('throws when errors are made in another way', () => {
    expect(() => compactErrors('errors.push({schemaPath:"#/x"})')).toThrow('unknown way');
  });
});
