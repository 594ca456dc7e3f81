'use strict';
// Copied into dist/ by scripts/compile.mjs. Runs the bundle like `require` would, but gives V8 the code that it
// compiled before, which about halves the time from start to the first line of a command. Node 20 has no such
// cache of its own. Code made by another version of V8 is refused by it and compiled again: slower, never wrong.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

/**
 * A command lives a second or two, and V8 spends as much again on other threads to optimize what it runs, which on two
 * cores is time that the command lacks. With four times the default (67584) before a function is optimized, a file of
 * 2000 rules takes 1.8 s instead of 2.1, and 2.4 s of processor time instead of 3.2; from six times on, 10,000 rules take
 * longer. What V8 compiles under these flags it refuses under others. From Node 22 on V8 counts otherwise, and has no such
 * flag.
 */
const FLAGS = process.versions.node.startsWith('20.') ? ['--interrupt-budget=270000'] : [];

module.exports = function loadBundle(file) {
  for (const flag of FLAGS) setFlagsFromString(flag);
  const source = readFileSync(file);
  const cache = new CodeCache(`${file}.cache`, source);
  const script = new Script(wrap(source.toString()), {
    filename: file,
    cachedData: cache.read(),
  });
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, __dirname);
  // At the exit, so that what ran is in it: functions are compiled when they are first called. An installed package
  // comes without a cache, and its first run makes it.
  if (process.env.DASHC_WRITE_CODE_CACHE === '1' || !cache.exists()) {
    process.once('exit', () => cache.write(script.createCachedData()));
  }
  return bundle.exports;
};

module.exports.FLAGS = FLAGS;

/** V8 compares only the length of the source with the code, so the file starts with the source's hash. */
class CodeCache {
  constructor(file, source) {
    this.file = file;
    this.hash = createHash('sha1').update(source).digest();
  }

  read() {
    try {
      const content = readFileSync(this.file);
      const isOfThisSource = content.subarray(0, this.hash.length).equals(this.hash);
      return isOfThisSource ? content.subarray(this.hash.length) : undefined;
    } catch {
      return undefined;
    }
  }

  exists() {
    return existsSync(this.file);
  }

  write(code) {
    const temporary = `${this.file}.${process.pid}`;
    try {
      writeFileSync(temporary, Buffer.concat([this.hash, code]));
      renameSync(temporary, this.file);
    } catch {
      // The package's folder may be read-only: then every run compiles.
    }
  }
}
