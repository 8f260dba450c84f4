import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Demo, LETTER, startDemo } from '../support/demo.ts';
import { driveChromium } from '../support/drivers/chromium-driver.ts';
import type { Driver } from '../support/drivers/driver.ts';
import { driveFirefox, firefoxProgram } from '../support/drivers/firefox-driver.ts';
import { PageReader } from '../support/drivers/page-reader.ts';
import { driveWebkit, webkitPrograms } from '../support/drivers/webkit-driver.ts';

const firefox = firefoxProgram();
const webkit = webkitPrograms();

/** Each browser, and how it starts; null where it is not installed. */
const BROWSERS: [string, (() => Promise<Driver>) | null][] = [
  ['Chromium', () => driveChromium()],
  ['Chromium whose buttons take no focus by a press, as in Safari', () => driveChromium(pressWithoutFocus)],
  [
    'Firefox (skipped where it is not installed: apt install firefox-esr)',
    firefox === null ? null : () => driveFirefox(firefox),
  ],
  [
    'WebKit (skipped where it is not installed: apt install webkit2gtk-driver xvfb)',
    webkit && (() => driveWebkit(webkit)),
  ],
];

/** As Safari on macOS: a pressed button or link gets no focus, and what had it loses it. */
function pressWithoutFocus(): void {
  window.addEventListener(
    'mousedown',
    (event) => {
      if (!event.composedPath().some((at) => at instanceof Element && at.matches('button,a[href]'))) return;
      event.preventDefault();
      let focused = document.activeElement as HTMLElement | null | undefined;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement as HTMLElement;
      focused?.blur();
    },
    true,
  );
}

/** In the page: the words of what has the focus in the drawer. */
function focusedWords(): string {
  return document.activeElement?.shadowRoot?.activeElement?.textContent ?? '';
}

let demo: Demo;
let folder: string;
beforeAll(async () => {
  demo = await startDemo();
  folder = mkdtempSync(join(tmpdir(), 'pomoc-files-'));
  writeFileSync(join(folder, 'serwer.log'), 'błąd\n');
});
afterAll(async () => {
  await demo.close();
  rmSync(folder, { recursive: true });
});

/** As it is proposed from the description. */
const TITLE = LETTER.description;

describe.each(BROWSERS)('the main road in %s', (_browser, start) => {
  test.skipIf(!start)('written, kept over a reload, sent with a file, found in the list', async () => {
    if (!start) return;
    const driver = await start();
    onTestFinished(() => driver.close());
    const page = new PageReader(driver);
    await driver.open(demo.url('zuraw'));
    await page.press('POMOC ONLINE');
    await page.find('text', 'Pomoc do');
    await page.type('Co się dzieje?', LETTER.description);
    await page.find('text', 'Konfiguracja i opcje sklepu');
    await page.type('Twój e-mail', 'biuro@sklep.pl');

    await driver.reload();
    await expect.poll(() => page.valueOf('Co się dzieje?')).toBe(LETTER.description);
    expect(await page.valueOf('Tytuł')).toBe(TITLE);
    await page.find('text', 'Konfiguracja i opcje sklepu');

    await page.press('Dodaj plik');
    await driver.attach(await page.find('file input', ''), join(folder, 'serwer.log'));
    await page.find('button', 'Usuń: serwer.log');
    await page.press('Wyślij zgłoszenie');
    await page.find('text', 'Mamy Twoje zgłoszenie');
    await expect.poll(() => driver.call(focusedWords, null)).toContain('Mamy Twoje zgłoszenie');
    const { number } = await demo.store
      .selectFrom('tickets')
      .select('number')
      .where('subject', '=', TITLE)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    await page.find('text', String(number));
    await page.press('Kopiuj numer');
    await page.find('text', 'Skopiowano');
    await page.press('Moje zgłoszenia');
    await page.find('text', TITLE);
    const findings = await driver.call(
      () =>
        (window as unknown as { SGPomoc: (command: string) => Promise<{ check: string; isOk: boolean }[]> }).SGPomoc(
          'doctor',
        ),
      null,
    );
    expect(findings.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(findings.length).toBeGreaterThan(5);
    await page.press('Zamknij');
    expect(await driver.call(() => document.activeElement?.id, null)).toBe('PomocOnline');
    expect(await driver.complaints()).toEqual([]);
  });
});
