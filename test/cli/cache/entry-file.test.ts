import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, describe, expect, it } from 'vitest';

import { EntryWriter, readEntry, readStored } from '../../../lib/cli/cache/entry-file.ts';
import { projectFolder } from '../../load/project-folder.ts';

let file = '';
let texts: readonly ReturnType<EntryWriter['add']>[] = [];

beforeEach(() => {
  file = path.join(projectFolder({}), 'entry');
  const writer = new EntryWriter(file);
  texts = [writer.add('first'), writer.add('zwölf')];
  writer.finish({ texts });
  expect(existsSync(file)).toBe(false);
  writer.commit();
});

it('gives back what was written', () => {
  expect(readEntry(file)).toEqual({ texts });
  expect(texts.map((text) => readStored(file, text))).toEqual(['first', 'zwölf']);
});

it('leaves nothing where it is abandoned', () => {
  const writer = new EntryWriter(`${file}2`);
  writer.add('x');
  writer.abandon();
  expect([`${file}2`, `${file}2.${process.pid}`].some((each) => existsSync(each))).toBe(false);
});

describe('a damaged entry', () => {
  it.each([
    { name: 'is empty', damage: () => Buffer.alloc(0) },
    { name: 'is cut off in its footer', damage: (bytes: Buffer) => bytes.subarray(0, -1) },
    { name: 'is cut off in its texts', damage: (bytes: Buffer) => bytes.subarray(0, 3) },
    { name: 'has another byte in what is known', damage: (bytes: Buffer) => flipped(bytes, 20) },
    { name: 'is longer', damage: (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')]) },
  ])('that $name is none', ({ damage }) => {
    writeFileSync(file, damage(readFileSync(file)));
    expect(readEntry(file)).toBe(undefined);
  });

  it('whose text has another byte does not give the text', () => {
    writeFileSync(file, flipped(readFileSync(file), 1));
    expect(texts.map((text) => readStored(file, text))).toEqual([undefined, 'zwölf']);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = 1 + (copy[at] ?? 0);
  return copy;
}
