'use strict';
// Copied into dist/ by scripts/compile.mjs. Runs the bundle like `require` would, but gives V8 the code that it
// compiled before, which about halves the time from start to the first line of a command. Node 20 has no such
// cache of its own. Code made by another version of V8 is refused by it and compiled again: slower, never wrong.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { Script } = require('node:vm');

module.exports = function loadBundle(file) {
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
