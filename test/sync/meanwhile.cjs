// Loaded before dashc: changes a file by hand as soon as dashc begins to write.
const fs = require('node:fs');

const open = fs.promises.open;
fs.promises.open = (...args) => {
  fs.writeFileSync(process.env.MEANWHILE, 'by hand');
  return open(...args);
};
