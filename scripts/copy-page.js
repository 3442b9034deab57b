// Puts the pages' plain files beside their bundled scripts.
const { copyFileSync, mkdirSync } = require('node:fs');
const { join } = require('node:path');

const from = join(__dirname, '..', 'src', 'http', 'web', 'page');
const to = join(__dirname, '..', 'dist', 'page');
mkdirSync(to, { recursive: true });
for (const file of ['index.html', 'manage.html', 'docs.html', 'style.css']) copyFileSync(join(from, file), join(to, file));
