import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { sharedChromium } from '../support/chromium.ts';
import { startDemo } from '../support/demo.ts';
import { isThere, type PanelPage } from '../support/panel-page.ts';
import { DISTURBED, OTHERS, PANELS } from '../support/panels.ts';
import { clean, type Findings, type PanelHost, startPanelHost } from '../support/try-panel.ts';

/**
 * `npm run hosts`: every panel page of the tests, those that a machine's packages bring included, and what each of them shows, as a table; pictures of
 * each with the help open and as it is printed, into var/hosts. Ends with 1 when anything is not as it should be.
 * With `--files FOLDER` also the panels in there, one a folder: `page.html` (or `page.latin2.html`) with tags whose paths begin with
 * `/files/<folder>/`, maybe `modal.js`, and their own files. `--only TEXT` leaves out those whose names do not have it.
 */
const PICTURES = 'var/hosts';
const { values } = parseArgs({ options: { files: { type: 'string' }, only: { type: 'string', default: '' } } });
const folder = values.files && resolve(values.files);

function panelIn(name: string): PanelPage {
  const read = (file: string, encoding = 'utf-8') => {
    const path = join(folder ?? '', name, file);
    return existsSync(path) ? new TextDecoder(encoding).decode(readFileSync(path)) : undefined;
  };
  const latin2 = read('page.latin2.html', 'iso-8859-2');
  const modal = read('modal.js');
  return {
    html: latin2 ?? read('page.html') ?? '',
    ...(latin2 !== undefined && { charset: 'iso-8859-2' as const, doctype: '' }),
    ...(modal && { modal }),
  };
}

const disturbed = Object.fromEntries(Object.entries(DISTURBED).map(([name, text]) => [name, { scripts: [{ text }] }]));
const own = Object.fromEntries((folder ? readdirSync(folder) : []).map((name) => [`files of ${name}`, panelIn(name)]));

mkdirSync(PICTURES, { recursive: true });
process.stdout.write('| panel | libraries | payload | console | new globals | page | modal | paper |\n');
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n');
let faults = 0;
// A service for each list: it takes 30 tickets an hour of one shop.
for (const list of [PANELS, OTHERS, disturbed, own]) {
  const named = Object.entries(list).filter(([name]) => name.includes(values.only));
  if (!named.length) continue;
  const demo = await startDemo();
  const host = await startPanelHost(demo, folder);
  for (const [name, panel] of named) process.stdout.write(`| ${(await row(host, name, panel)).join(' | ')} |\n`);
  await host.close();
  await demo.close();
}
await (await sharedChromium()).close();
process.stdout.write(faults ? `\n${faults} not as they should be.\n` : '\nAll as it should be.\n');
process.exitCode = faults ? 1 : 0;

/** Tries one panel, keeps its pictures, and counts it when it is not as it should be. @returns the cells of its row */
async function row(host: PanelHost, name: string, panel: PanelPage): Promise<string[]> {
  const rest = ['', '', '', '', '', ''];
  if (!isThere(panel)) return [name, `not installed: ${panel.needs?.join(' ')}`, ...rest];
  const found = await host.try(panel).catch((error: Error) => error.message);
  if (typeof found === 'string') {
    faults += 1;
    return [name, `**${found.split('\n')[0]}**`, ...rest];
  }
  const file = name.replace(/[^\p{L}\p{N}.]+/gu, '-');
  writeFileSync(join(PICTURES, `${file}.png`), found.shown ?? '');
  writeFileSync(join(PICTURES, `${file}-printed.png`), found.printed ?? '');
  faults += isClean(found, panel) ? 0 : 1;
  const { payload, noticed, modal, paper } = found;
  const page = [noticed.changed && `changed: ${noticed.changed}`, noticed.heard && `heard: ${noticed.heard}`];
  const cells = [
    name,
    found.versions.join(', ') || '–',
    payload,
    found.console.join(' ') || 'silent',
    noticed.globals,
    page.filter(Boolean).join('; ') || 'as it was',
    modal === 'none' ? '–' : modal,
    paper,
  ];
  return cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '));
}

function isClean(found: Findings, panel: PanelPage): boolean {
  const { payload, console, noticed, modal, paper } = found;
  return isDeepStrictEqual(
    { payload, console, noticed, modal, paper, isTrap: true },
    { ...clean(panel), isTrap: true },
  );
}
