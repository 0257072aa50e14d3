// The page in headless Chromium: node browser_test.mjs SAMPLES WORK, where SAMPLES writes one page of a small graph, with a
// script for a name. Exit status 77 where Chromium or the driver is missing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [samples, work] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}

async function driver() {
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(here, file), join(work, file));
  try {
    const fetch = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];
    execFileSync('npm', fetch, { cwd: work, stdio: 'ignore' });
    const found = createRequire(pathToFileURL(join(work, 'package.json'))).resolve('puppeteer-core');
    return (await import(pathToFileURL(found))).default;
  } catch (error) {
    return skip(`npm cannot fetch the driver (${error.message.split('\n')[0]})`);
  }
}

if (!chromium) skip('there is no Chromium');
mkdirSync(work, { recursive: true });
execFileSync(samples, [work]);
if (!existsSync(join(work, 'html'))) skip('built without the page');
const file = join(work, 'explorer.html');
renameSync(join(work, 'html'), file);
const puppeteer = await driver();
const address = pathToFileURL(file).href;
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});

const troubles = [];
async function opened(hash = '') {
  const page = await browser.newPage();
  await page.setViewport({ width: 1300, height: 850 });
  page.on('console', (message) => {
    if (['error', 'warning', 'warn'].includes(message.type()) && !/GPU stall|GL Driver/.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`a script of a name ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(address + hash);
  await page.waitForSelector('html[data-ready]', { timeout: 120000 });
  return page;
}
const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);

async function check(name, run) {
  await run();
  assert.deepEqual(troubles, [], name);
  console.log(`ok: ${name}`);
}

try {
  await check('opens on the day asked about, and lists what holds', async () => {
    const page = await opened();
    assert.equal(await page.$eval('#day', (field) => field.value), '2008-01-01');
    assert.match(await textOf(page, '#details'), /Uzbekistan – CSTO/);
    assert.equal((await page.$$('#network canvas')).length > 0, true);
    assert.equal((await page.$$('#timeline .vis-item')).length > 0, true);
    await page.close();
  });
  await check('a script for a name stays a text', async () => {
    const page = await opened();
    await page.type('#search', '<script>');
    await page.keyboard.press('Enter');
    assert.match(await textOf(page, '#details h2'), /^<script>alert\("&"\)<\/script>/);
    await page.close();
  });
  await check('the date moves by field and by slider, and the lists follow', async () => {
    const page = await opened();
    await page.$eval('#day', (field) => (field.value = ''));
    await page.type('#day', '2003-05');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#on=2003-05-01/);
    assert.doesNotMatch(await textOf(page, '#details'), /Uzbekistan – CSTO/);
    await page.focus('#slider');
    await page.keyboard.press('PageDown');
    assert.match(page.url(), /#on=1993-05-01/);
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.$eval('#slider', (slider) => slider.getAttribute('aria-valuetext')), '1994-05-01');
    await page.close();
  });
  await check('search chooses, a tie in the list opens its evidence', async () => {
    const page = await opened();
    await page.keyboard.press('/');
    await page.type('#search', 'arme');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    assert.equal(await textOf(page, '#details h2'), 'Armenia');
    await page.click('#details .ties button');
    assert.match(await textOf(page, '#details blockquote'), /Armenia joined CSTO/);
    assert.equal(await page.$eval('#details .origin a', (link) => link.href), 'https://example.org/alliances');
    await page.keyboard.press('Escape');
    assert.match(await textOf(page, '#details h2'), /^On /);
    await page.close();
  });
  await check('a click on the network chooses the entity under it', async () => {
    const page = await opened();
    const at = await page.evaluate(() => {
      const { network, model } = window.entente;
      const box = document.getElementById('network').getBoundingClientRect();
      const place = network.place(model.nodeById.get('csto'));
      return { x: box.x + place.x, y: box.y + place.y };
    });
    await page.mouse.move(at.x, at.y);
    await page.mouse.click(at.x, at.y);
    await page.waitForFunction(() => document.querySelector('#details h2').textContent === 'CSTO', { timeout: 30000 });
    assert.match(page.url(), /select=csto/);
    await page.close();
  });
  await check('a link brings the view back', async () => {
    const page = await opened('#on=1998-01-01&select=uzbekistan&certain');
    assert.equal(await textOf(page, '#details h2'), 'Uzbekistan');
    assert.equal(await page.$eval('#possible', (box) => box.checked), false);
    assert.equal(await page.$eval('#day', (field) => field.value), '1998-01-01');
    await page.close();
  });
  await check('what only possibly holds can be hidden', async () => {
    const page = await opened('#on=1999-02-01');
    assert.match(await textOf(page, '#details'), /Georgia/);
    await page.click('.filters summary');
    await page.click('#possible');
    assert.doesNotMatch(await textOf(page, '#details'), /Georgia/);
    await page.close();
  });
  await check('play moves the date and stops', async () => {
    const page = await opened('#on=2010-01-01');
    await page.click('#play');
    await page.waitForFunction(() => window.entente.state().day > 15000, { timeout: 30000 });
    await page.click('#play');
    assert.equal(await textOf(page, '#play'), 'Play');
    await page.close();
  });
} finally {
  await browser.close();
}
