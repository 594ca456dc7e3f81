import { describe, expect, it } from 'vitest';

import { readHouseFile } from '../../lib/cli/house-file.ts';
import { Duration } from '../../lib/index.ts';
import { projectFolder } from '../load/project-folder.ts';

function rulesIn(value: unknown) {
  const cwd = projectFolder({ 'house.json': JSON.stringify(value) });
  return readHouseFile(cwd, 'house.json');
}

describe('a file with rules of the house', () => {
  it.each([
    { name: 'a code', value: ['house/panel-title'], rules: [{ code: 'house/panel-title' }] },
    {
      name: 'a code without settings',
      value: [{ code: 'house/panel-title' }],
      rules: [{ code: 'house/panel-title' }],
    },
    {
      name: 'settings',
      value: [{ code: 'house/rule-name', of: 'alert', matches: '[A-Z]+' }],
      rules: [{ code: 'house/rule-name', of: 'alert', matches: '[A-Z]+' }],
    },
    {
      name: 'a duration',
      value: [{ code: 'house/long-range', atMost: '4h' }],
      rules: [{ code: 'house/long-range', atMost: Duration.of('4h') }],
    },
  ])('may hold $name', ({ value, rules }) => {
    expect(rulesIn(value)).toEqual(rules);
  });

  it.each([
    { name: 'no list', value: {}, message: 'holds no list' },
    { name: 'no code', value: [{ of: 'alert' }], message: '0.code' },
    {
      name: 'another code',
      value: ['house/panel-titel'],
      message: 'did you mean `house/panel-title`?',
    },
    {
      name: 'a setting of another rule',
      value: ['house/panel-title', { code: 'house/long-range', atMost: '4h', of: 'alert' }],
      message: '`house.json`, 1: Unrecognized key: "of"',
    },
    {
      name: 'no duration',
      value: [{ code: 'house/long-range', atMost: 'long' }],
      message: '`house.json`, 0.atMost: write a duration like `5m`',
    },
    {
      name: 'no regular expression',
      value: [{ code: 'house/rule-name', of: 'alert', matches: '(' }],
      message: '`(` is no RE2',
    },
  ])('may not hold $name', ({ value, message }) => {
    expect(() => rulesIn(value)).toThrow(message);
  });

  it('has to be JSON', () => {
    const cwd = projectFolder({ 'house.json': '- house/panel-title' });
    expect(() => readHouseFile(cwd, 'house.json')).toThrow('`house.json` cannot be read');
  });
});
