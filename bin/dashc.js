#!/usr/bin/env node
'use strict';

// Node 22 keeps compiled code between runs; before, there is nothing to switch on.
require('node:module').enableCompileCache?.();
const { existsSync } = require('node:fs');
const path = require('node:path');

const cli = path.join(__dirname, '..', 'dist', 'cli.js');
if (existsSync(cli)) {
  require(cli).start();
} else {
  process.stderr.write('dashc: it is not compiled yet: npm run compile\n');
  process.exitCode = 2;
}
