import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { type Demo, startDemo } from '../support/demo.ts';

const file = (path: string) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

const JQUERY = file('jquery/dist/jquery.min.js');
const UI_PARTS = `version keycode safe-active-element safe-blur position data disable-selection focusable tabbable unique-id
  scroll-parent plugin form form-reset-mixin labels ie widget widgets/mouse widgets/controlgroup widgets/checkboxradio
  widgets/button widgets/draggable widgets/resizable widgets/dialog`;

interface ModalPage {
  scripts: string[];
  styles: string[];
  html: string;
  /** run in the page */
  open: string;
}

/** Panels with the real libraries, which take the focus back while a modal dialog is open. */
const PAGES: Record<string, ModalPage> = {
  'jQuery UI 1.11': {
    scripts: [JQUERY, file('jquery-ui-1-11-4/jquery-ui.min.js')],
    styles: [file('jquery-ui-1-11-4/jquery-ui.min.css')],
    html: '<div id="modal" title="Edycja"><input id="own"></div>',
    open: `$('#modal').dialog({ modal: true })`,
  },
  'jQuery UI 1.12': {
    scripts: [JQUERY, ...UI_PARTS.split(/\s+/).map((part) => file(`jquery-ui/ui/${part}.js`))],
    styles: [file('jquery-ui/themes/base/core.css'), file('jquery-ui/themes/base/dialog.css')],
    html: '<div id="modal" title="Edycja"><input id="own"></div>',
    open: `$('#modal').dialog({ modal: true })`,
  },
  'Bootstrap 2': {
    scripts: [JQUERY, file('bootstrap-2.3.2/js/bootstrap-modal.js')],
    styles: [file('bootstrap-2.3.2/css/bootstrap.min.css')],
    html: '<div class="modal" id="modal" tabindex="-1" role="dialog"><input id="own"></div>',
    open: `$('#modal').modal('show')`,
  },
  'Bootstrap 3': {
    scripts: [JQUERY, file('bootstrap/dist/js/bootstrap.min.js')],
    styles: [file('bootstrap/dist/css/bootstrap.min.css')],
    html: `<div class="modal" id="modal" tabindex="-1" role="dialog"><div class="modal-dialog"><div class="modal-content">
      <input id="own"></div></div></div>`,
    open: `$('#modal').modal('show')`,
  },
  'the browser itself': {
    scripts: [],
    styles: [],
    html: '<dialog id="modal"><input id="own"></dialog>',
    open: `document.getElementById('modal').showModal()`,
  },
};

let demo: Demo;
let host: RunningServer;
beforeAll(async () => {
  demo = await startDemo();
  host = await serve(
    ({ url }) => {
      const name = decodeURIComponent(new URL(url).pathname.slice(1));
      const page = PAGES[name];
      return new Response(page && documentOf(page), { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    },
    { port: 0, host: '127.0.0.1' },
  );
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

function documentOf({ scripts, styles, html }: ModalPage): string {
  const given = `data-support-number="7KcWt9Ru" data-install-url="http://zuraw.localhost:${demo.port}"`;
  return `<!doctype html><title>Panel</title>${styles.map((css) => `<style>${css}</style>`).join('')}
    <input id="behind">${html}${scripts.map((script) => `<script>${script}</script>`).join('')}
    <script async src="http://localhost:${demo.port}/pomoc.js" ${given}></script>`;
}

test.each(Object.entries(PAGES))('while a modal of %s is open, the help is typed into', async (name, { open }) => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(`http://panel.localhost:${host.port}/${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: 'Pomoc online' }).waitFor();
  await page.evaluate(open);
  await page.locator('#own').click();
  // The library is at work: it takes the focus back from the page's own field.
  await page.evaluate(() => document.querySelector<HTMLElement>('#behind')?.focus());
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).not.toBe('behind');

  await page.evaluate(() => (window as unknown as { SGPomoc: (call: string) => void }).SGPomoc('open'));
  await page.getByLabel('Temat').click();
  await page.keyboard.type('Okno przesłania panel');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Piszę dalej.');
  expect(await page.getByLabel('Temat').inputValue()).toBe('Okno przesłania panel');
  expect(await page.getByLabel('Opis').inputValue()).toBe('Piszę dalej.');
  expect(
    await page.getByLabel('Opis').evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field),
  ).toBe(true);

  // And the dialog goes on as it was.
  await page.locator('#own').fill('host');
  expect(await page.locator('#own').inputValue()).toBe('host');
  expect(complaints).toEqual([]);
  await end();
});
