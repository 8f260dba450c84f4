import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright';
import { type RunningServer, serve } from '../../src/serve.ts';
import { addPanel, chooseTopic, type Demo, receiptNumber } from './demo.ts';
import { documentOf, fileOfPage, type PanelPage } from './panel-page.ts';
import { storedFiles } from './pictures.ts';

/** What a visit to a page of a panel has shown; `clean` where all is as it should be. */
export interface Findings {
  /** the letter and its file, as the service got them */
  payload: 'exact' | string;
  console: string[];
  /** of the page: the globals that are new, its elements that look different, the events that it heard */
  noticed: { globals: string; changed: string; heard: string };
  /** whether the help is typed into while the page's modal window is open, and that window goes on */
  modal: 'typed' | 'none' | string;
  /** whether the page's window takes the focus back from the page */
  isTrap: boolean;
  /** whether the printer gets the same with the help open and without it */
  paper: 'clean' | 'ours is on it' | 'not printed';
  /** the page's libraries, as they say themselves */
  versions: string[];
}

export const clean = ({ modal, isTrap = Boolean(modal) }: PanelPage): Omit<Findings, 'versions'> => ({
  payload: 'exact',
  console: [],
  noticed: { globals: 'SGPomoc', changed: '', heard: '' },
  modal: modal ? 'typed' : 'none',
  paper: 'clean',
  isTrap,
});

/** For whoever looks at the panels. */
export interface Look {
  shown: Buffer;
  printed: Buffer;
}

export interface PanelHost {
  /** Visits the page, sends a ticket of it, types beside its modal window and prints it. */
  try: (panel: PanelPage, isPrinted?: boolean) => Promise<Findings & Partial<Look>>;
  /** Shows the page at that address from now on. */
  show: (panel: PanelPage) => string;
  close: () => Promise<void>;
}

/** A server of panel pages, whose address the service knows. @param folder with more files for them, below `/files/` */
export async function startPanelHost(demo: Demo, folder = ''): Promise<PanelHost> {
  let shown: PanelPage = {};
  const answer = (path: string) =>
    path === '/panel/strona.php' ? documentOf(shown, `http://localhost:${demo.port}`) : fileOfPage(path, folder);
  const host: RunningServer = await serve(({ url }) => answer(new URL(url).pathname), { port: 0, host: '127.0.0.1' });
  const origin = `http://panel.localhost:${host.port}`;
  await addPanel(demo, origin);
  const show = (panel: PanelPage) => {
    shown = panel;
    return `${origin}/panel/strona.php`;
  };
  return {
    show,
    try: (panel, isPrinted = true) => tryPanel(demo, show(panel), panel, isPrinted),
    close: () => host.close(),
  };
}

const LETTER = {
  topic: 'configuration',
  subject: 'Próg "200 zł" \\ [1,2] {"a":null}',
  description: 'Zażółć gęślą jaźń: "tak", \\n to nie koniec wiersza, [1,2]\nA to już nowy: <b>&amp;</b>',
  email: 'biuro@sklep.example',
};

const FILE = { name: 'dziennik "1".log', mimeType: 'text/plain', buffer: Buffer.from('żółć [1,2] "\\"\n') };

async function tryPanel(
  demo: Demo,
  address: string,
  panel: PanelPage,
  isPrinted: boolean,
): Promise<Findings & Partial<Look>> {
  const { page, end } = await demo.visit();
  const lines: string[] = [];
  const bodies: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    if (/\/tickets$/.test(request.url()) && request.method() === 'POST') bodies.push(request.postData() ?? '');
  });
  // Each page is another shop's day: what the others sent is not counted.
  await demo.store.deleteFrom('senders').execute();
  await page.goto(address);
  lines.length = 0; // What the libraries say themselves.
  const number = await openTicket(page);
  const payload = await payloadOf(demo, number, bodies);
  const noticed = await whatWasNoticed(page);
  // Where the page replaced what Playwright works with, it answers nothing.
  const versions = (await page.evaluate(versionsOfLibraries)) ?? [];
  const isTrap = panel.modal ? await takesFocusBack(page, panel.modal) : false;
  const modal = panel.modal ? await typeBesideModal(page) : 'none';
  const said = lines.slice();
  const printed = isPrinted ? await print(page, address) : { paper: 'not printed' as const };
  await end();
  return { payload, console: said, noticed, modal, isTrap, versions, ...printed };
}

const drawerOf = (page: Page) => page.getByRole('dialog', { name: 'Pomoc online' });

/** A ticket with a file, from the press on the entry to its number. */
async function openTicket(page: Page): Promise<string> {
  const drawer = drawerOf(page);
  await page.getByRole('button', { name: 'Pomoc online' }).click();
  await page.getByText('Pomoc do').waitFor();
  await drawer.getByLabel('Co się dzieje?').fill(LETTER.description);
  await drawer.getByLabel('Tytuł').click();
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  // Enter sends, and what is missing gets the focus: not while the title is being filled in.
  await drawer.locator('input[name=email]:focus').waitFor();
  await drawer.getByLabel('Tytuł').fill(LETTER.subject);
  await chooseTopic(drawer, LETTER.topic);
  await drawer.getByLabel('Twój e-mail').fill(LETTER.email);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles(FILE);
  await page.getByRole('listitem').filter({ hasText: FILE.name }).getByRole('button', { name: 'Usuń' }).waitFor();
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  return receiptNumber(page);
}

async function payloadOf(demo: Demo, number: string, bodies: string[]): Promise<Findings['payload']> {
  const { email, ...letter } = LETTER;
  const { subject, description, topic, contact, supportNumber } = JSON.parse(bodies[0] ?? '{}');
  const files = await storedFiles(demo, number);
  const got = { letter: { subject, description, topic }, contact, supportNumber, files, sent: bodies.length };
  const wanted = {
    letter,
    contact: { email },
    supportNumber: '7KcWt9Ru',
    files: [{ name: FILE.name, type: FILE.mimeType, content: FILE.buffer }],
    sent: 1,
  };
  return isDeepStrictEqual(got, wanted) ? 'exact' : JSON.stringify(got);
}

async function whatWasNoticed(page: Page): Promise<Findings['noticed']> {
  await page.locator('#noticed').click();
  const noticed = JSON.parse((await page.locator('#noticed').getAttribute('data-noticed')) ?? '{}');
  return { ...noticed, changed: decodeURIComponent(noticed.changed) };
}

async function takesFocusBack(page: Page, open: string): Promise<boolean> {
  await page.evaluate(open);
  await page.locator('#own').click();
  await page.evaluate(() => document.querySelector<HTMLElement>('[name=szukaj]')?.focus());
  const isTaken = await page
    .waitForFunction(() => !document.activeElement?.matches('[name=szukaj]'), null, { timeout: 500 })
    .catch(() => false);
  return isTaken !== false;
}

async function typeBesideModal(page: Page): Promise<Findings['modal']> {
  const drawer = drawerOf(page);
  await drawer.getByRole('button', { name: 'Nowe zgłoszenie' }).click();
  await drawer.getByLabel('Co się dzieje?').click();
  await page.keyboard.type('Piszę dalej.');
  await drawer.getByLabel('Tytuł').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Okno przesłania panel');
  const typed = [await drawer.getByLabel('Tytuł').inputValue(), await drawer.getByLabel('Co się dzieje?').inputValue()];
  await page.locator('#own').fill('okno panelu');
  typed.push(await page.locator('#own').inputValue());
  const isTyped = isDeepStrictEqual(typed, ['Okno przesłania panel', 'Piszę dalej.', 'okno panelu']);
  return isTyped ? 'typed' : typed.join(' | ');
}

/** Prints the page with the drawer open, and once more after all of ours is taken out of it. */
async function print(page: Page, address: string): Promise<Pick<Findings & Look, 'paper' | 'printed' | 'shown'>> {
  await page.goto(address);
  await drawerOf(page).waitFor();
  const shown = await page.screenshot();
  const paper = await onPaper(page);
  await page.emulateMedia({ media: 'print' });
  const printed = await page.screenshot({ fullPage: true });
  await page.evaluate(() => (window as unknown as { SGPomoc: (call: string) => unknown }).SGPomoc('destroy'));
  await drawerOf(page).waitFor({ state: 'detached' });
  return { paper: paper === (await onPaper(page)) ? 'clean' : 'ours is on it', printed, shown };
}

/** What a printer gets, but for the time. The caret of a field that has the focus blinks on paper, too: of the two it may be on one. */
async function onPaper(page: Page): Promise<string> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return (await page.pdf()).toString('latin1').replace(/\/(?:Creation|Mod)Date \(.*?\)/g, '');
}

/** In the page: the libraries that it has, by what they call themselves. */
function versionsOfLibraries(): string[] {
  const page = window as unknown as Record<string, Record<string, never> | undefined>;
  const { jQuery, Prototype, Scriptaculous, MooTools, Ext, tinymce, CKEDITOR, P } = page;
  const plugins = jQuery?.fn as unknown as Record<string, { Constructor?: { VERSION?: string } } | undefined>;
  const named: [string, unknown][] = [
    ['jQuery', plugins?.jquery],
    ['jQuery UI', (jQuery?.ui as undefined | { version: string })?.version],
    ['Migrate', jQuery?.migrateVersion],
    ['Bootstrap', plugins?.modal && (plugins.modal.Constructor?.VERSION ?? '2')],
    ['colorbox', jQuery?.colorbox && ''],
    ['Prototype', Prototype?.Version],
    ['script.aculo.us', Scriptaculous?.Version],
    ['MooTools', MooTools?.version],
    ['Ext JS', Ext?.version],
    ['TinyMCE', tinymce && `${tinymce.majorVersion}.${tinymce.minorVersion}`],
    ['CKEditor', CKEDITOR?.version],
    ['bluebird', P?.version],
  ];
  return named.filter(([, version]) => version !== undefined).map(([name, version]) => `${name} ${version}`.trim());
}
