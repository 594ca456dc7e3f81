// Loaded before dashc: below a folder, the disk is full after so many bytes; a write stores what still fits.
const fs = require('node:fs');
const path = require('node:path');

let left = Number(process.env.DISK_BYTES);
const below = process.env.DISK_BELOW;

const open = fs.promises.open;
fs.promises.open = async (file, ...rest) => {
  const handle = await open(file, ...rest);
  if (!path.resolve(file).startsWith(below)) return handle;
  const { writeFile } = handle;
  handle.writeFile = async (data) => {
    const bytes = Buffer.from(data);
    const fits = bytes.subarray(0, left);
    left -= fits.length;
    await writeFile.call(handle, fits);
    if (fits.length < bytes.length) {
      const error = new Error('ENOSPC: no space left on device, write');
      throw Object.assign(error, { code: 'ENOSPC', syscall: 'write', errno: -28 });
    }
  };
  return handle;
};
