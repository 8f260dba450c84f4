import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';
import { colours, dragOver, PASTED, pastePicture, storedFiles, writeWithPicture } from '../support/pictures.ts';

let demo: Demo;
let strictHost: RunningServer;
beforeAll(async () => {
  demo = await startDemo();
  const ours = `http://localhost:${demo.port}`;
  const policy = `default-src 'none'; script-src ${ours}; connect-src ${ours}; require-trusted-types-for 'script'; trusted-types 'none'`;
  const html = `<script async charset="utf-8" src="${ours}/pomoc.js" data-support-number="7KcWt9Ru"
    data-install-url="http://zuraw.localhost:${demo.port}"></script>`;
  strictHost = await serve(
    () =>
      new Response(html, {
        headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
      }),
    { port: 0, host: '127.0.0.1' },
  );
});
afterAll(async () => {
  await strictHost.close();
  await demo.close();
});

const BLACK = [0x11, 0x11, 0x11];
const COLOUR = [...PASTED.colour];

async function seen(page: Page, number: string, places: (readonly [number, number])[]) {
  const [file] = await storedFiles(demo, number);
  if (!file) throw new Error('no picture came');
  return colours(page, file, places);
}

/** The name of what has the focus, inside the drawer too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to "${name}" by Tab; the focus is on "${await focused(page)}"`);
}

test('under a strict policy a screenshot is pasted, redacted and sent, and the policy is not broken', async () => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(`http://panel.localhost:${strictHost.port}/panel/`);
  await page.getByRole('button', { name: 'Pomoc online' }).click();
  await page.getByText('Pomoc do').waitFor();
  await typeLetter(page, LETTER);
  await pastePicture(page, 'Co się dzieje?');
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).click();
  await dragOver(page, [0, 0], [0.5, 1]);
  await page.getByRole('button', { name: 'Zapisz obraz' }).click();
  await page.getByText('Zapisano zmiany w obrazie').waitFor({ state: 'attached' });
  const number = await send(page);
  expect(complaints).toEqual([]);
  await page.goto(demo.url('zuraw'));
  expect((await seen(page, number, [[0.25, 0.5], [0.75, 0.5]])).at).toEqual([BLACK, COLOUR]); // biome-ignore format: points
  await end();
});

test('by keyboard alone: a picture is attached, hidden in part, and sent', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await writeWithPicture(page);
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).waitFor();
  await tabTo(page, 'Zasłoń lub zaznacz');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor();
  await tabTo(page, 'Dodaj na środku');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Zasłonięcie 1');
  // From the middle to the left upper corner, and larger from there.
  for (let presses = 0; presses < 60; presses++) await page.keyboard.press('ArrowLeft');
  for (let presses = 0; presses < 60; presses++) await page.keyboard.press('ArrowUp');
  for (let presses = 0; presses < 25; presses++) await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('Zasłonięcie 1: od lewej 0%, od góry 0%, szerokość 50%').waitFor();
  await tabTo(page, 'Dodaj na środku');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Zasłonięcie 2');
  await page.keyboard.press('Delete');
  await expect.poll(() => focused(page)).toBe('Zasłonięcie 1');
  await tabTo(page, 'Zapisz obraz');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('Zasłoń lub zaznacz');
  const shown = await seen(page, await send(page), [[0.02, 0.02], [0.48, 0.1], [0.55, 0.05], [0.5, 0.5]]); // biome-ignore format: points
  expect(shown.at).toEqual([BLACK, BLACK, COLOUR, COLOUR]);
  await end();
});

test('a picture is cut, and what was undone is not in it', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await writeWithPicture(page);
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).click();
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor();
  await dragOver(page, [0.6, 0.6], [0.9, 0.9]);
  await page.getByRole('button', { name: 'Cofnij' }).click();
  await page.getByRole('button', { name: 'Przytnij' }).click();
  await dragOver(page, [0.5, 0.5], [1, 1]);
  await page.getByRole('button', { name: 'Zapisz obraz' }).click();
  const shown = await seen(page, await send(page), [[0.5, 0.5]]);
  expect(shown).toEqual({ width: PASTED.width / 2, height: PASTED.height / 2, at: [COLOUR] });
  await end();
});

test('Esc leaves marks alone at first, then gives them up; the drawer stays open', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await pastePicture(page, 'Co się dzieje?');
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).click();
  const editor = page.getByRole('dialog', { name: 'Obraz do zgłoszenia' });
  await editor.waitFor();
  await dragOver(page, [0.1, 0.1], [0.4, 0.4]);
  await page.keyboard.press('Escape');
  await page.getByText('Esc jeszcze raz je odrzuci').waitFor();
  await page.keyboard.press('Escape');
  await editor.waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog', { name: 'Pomoc online' }).isVisible()).toBe(true);
  await end();
});

describe('a screenshot of the tab', () => {
  test('is taken without the drawer, stops at once, and is offered for redaction', async () => {
    const { page, complaints, end } = await demo.visit();
    await page.addInitScript(() => {
      const said = window as unknown as { drawerShown: boolean[]; tracks: MediaStreamTrack[] };
      said.drawerShown = [];
      navigator.mediaDevices.getDisplayMedia = async () => {
        const canvas = document.createElement('canvas');
        canvas.width = 400;
        canvas.height = 300;
        const context = canvas.getContext('2d');
        if (context) context.fillStyle = 'rgb(200,30,30)';
        context?.fillRect(0, 0, 400, 300);
        const stream = canvas.captureStream(30);
        said.tracks = stream.getTracks();
        setTimeout(() => said.drawerShown.push(Boolean(document.querySelector(':popover-open'))), 200);
        return stream;
      };
    });
    await page.goto(demo.url('zuraw'));
    await openHelp(page);
    await typeLetter(page, LETTER);
    await page.getByRole('button', { name: 'Zrzut ekranu' }).click();
    await page.getByRole('dialog', { name: 'Obraz do zgłoszenia' }).waitFor();
    const said = await page.evaluate(() => {
      const { drawerShown, tracks } = window as unknown as { drawerShown: boolean[]; tracks: MediaStreamTrack[] };
      return { drawerShown, tracks: tracks.map(({ readyState }) => readyState) };
    });
    expect(said).toEqual({ drawerShown: [false], tracks: ['ended'] });
    await dragOver(page, [0, 0], [0.5, 1]);
    await page.getByRole('button', { name: 'Zapisz obraz' }).click();
    const shown = await seen(page, await send(page), [[0.25, 0.5]]);
    expect(shown).toEqual({ width: 400, height: 300, at: [BLACK] });
    expect(complaints).toEqual([]);
    await end();
  });

  test('over plain http is not offered, and how to paste one is said', async () => {
    const { page, end } = await demo.visit();
    await page.goto(`http://sklep.test:${strictHost.port}/panel/`);
    await page.getByRole('button', { name: 'Pomoc online' }).click();
    await page.getByRole('button', { name: 'Dodaj plik' }).click();
    await page.getByText('PrtScn').waitFor();
    expect(await page.getByRole('button', { name: 'Zrzut ekranu' }).count()).toBe(0);
    await end();
  });
});
