// copy-packages.js TO PACKAGE…: copies Debian's packages of these names and all that they depend on, and nothing else:
// what Debian installs with them is mostly tools for building and testing.
const fs = require('node:fs');
const path = require('node:path');

const from = '/usr/share/nodejs';
const [to, ...wanted] = process.argv.slice(2);
const done = new Set();

function copy(name) {
  const folder = path.join(from, name);
  // without the links into packages that are not here: those are for browsers
  fs.cpSync(folder, path.join(to, name), { recursive: true, dereference: true, filter: (file) => fs.existsSync(file) });
  needed(folder);
}

function needed(folder) {
  const { dependencies = {} } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const own = path.join(folder, 'node_modules', name); // copied with the folder
    if (fs.existsSync(own)) needed(own);
    else wanted.push(name);
  }
}

while (wanted.length > 0) {
  const name = wanted.pop();
  if (!done.has(name)) copy(name);
  done.add(name);
}
