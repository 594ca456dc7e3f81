// Loaded before dashc: kills the process, without warning, just before its n-th operation on files below a folder, or,
// where that operation is a write, in the middle of it.
const fs = require('node:fs');
const path = require('node:path');

const at = Number(process.env.KILL_AT);
const below = process.env.KILL_BELOW;
let count = 0;

function isBelow(file) {
  return typeof file === 'string' && path.resolve(file).startsWith(below);
}

function step() {
  if (++count === at) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['mkdir', 'rename', 'unlink', 'rmdir']) {
  const promised = fs.promises[name];
  fs.promises[name] = (file, ...rest) => {
    if (isBelow(file)) step();
    return promised(file, ...rest);
  };
  const called = fs[name];
  fs[name] = (file, ...rest) => {
    if (isBelow(file)) step();
    return called(file, ...rest);
  };
}

const open = fs.promises.open;
fs.promises.open = async (file, ...rest) => {
  if (isBelow(file)) step();
  const handle = await open(file, ...rest);
  if (!isBelow(file)) return handle;
  const { chmod, sync, close, writeFile } = handle;
  handle.writeFile = async (data) => {
    if (++count === at) {
      const bytes = Buffer.from(data);
      await writeFile.call(handle, bytes.subarray(0, bytes.length / 2));
      process.kill(process.pid, 'SIGKILL');
    }
    return writeFile.call(handle, data);
  };
  for (const [name, run] of Object.entries({ chmod, sync, close })) {
    handle[name] = (...args) => {
      step();
      return run.apply(handle, args);
    };
  }
  return handle;
};

process.on('exit', () => {
  if (process.env.KILL_COUNT) fs.writeFileSync(process.env.KILL_COUNT, String(count));
});
