// Makes the page: node build.mjs OUTPUT, in a folder where `npm ci` was run.
//
// Scripts and styles are put into explorer.html, and the policy of the page allows just this script: no text of a source can
// run, and nothing is asked of a network.

import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';

const [packages, output] = process.argv.slice(2);
if (!output) {
  console.error('usage: node build.mjs FOLDER-WITH-NODE_MODULES OUTPUT');
  process.exit(2);
}
const page = dirname(fileURLToPath(import.meta.url));
const require = createRequire(pathToFileURL(join(packages, 'package.json')));
const { build } = require('esbuild');

async function bundled(entry, options) {
  const result = await build({
    entryPoints: [join(page, entry)],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'inline',
    nodePaths: [join(packages, 'node_modules')],
    target: 'es2020',
    logLevel: 'warning',
    ...options,
  });
  return result.outputFiles[0].text.trim();
}

const style = await bundled('explorer.css', {});
// A script ends at the first such tag, in a string too.
const script = (await bundled('src/main.js', { format: 'iife', define: { 'process.env.NODE_ENV': '"production"' } }))
  .replaceAll('</script', '<\\/script');
const hash = createHash('sha256').update(script).digest('base64');
const policy =
  `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data: blob:; worker-src blob:; ` +
  "base-uri 'none'; form-action 'none'";
const parts = { policy, style, script };
const html = await readFile(join(page, 'explorer.html'), 'utf8');
await writeFile(output, html.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]));
