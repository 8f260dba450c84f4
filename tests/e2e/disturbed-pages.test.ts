import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { isThere, type PanelPage } from '../support/panel-page.ts';
import { DISTURBED, OTHERS, PANELS } from '../support/panels.ts';
import { clean, type PanelHost, startPanelHost } from '../support/try-panel.ts';

// `npm run hosts` tries every page, and what each prints. Here is a part of them.
const IN_EVERY_RUN = /osCommerce|Magento|OpenCart|PrestaShop|CubeCart|TomatoCart|VirtueMart|older|UI 1.12|nonce/;
/** Of two pages with one cause the one that says more. */
const ONLY_BY_COMMAND = /Headers|Set|reads every/;

let demo: Demo;
let host: PanelHost;
beforeAll(async () => {
  demo = await startDemo();
  host = await startPanelHost(demo);
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

async function expectClean(panel: PanelPage, isPrinted = true): Promise<void> {
  const { payload, console, noticed, modal, paper, isTrap } = await host.try(panel, isPrinted);
  const expected = { ...clean(panel), ...(!isPrinted && { paper: 'not printed' }) };
  expect({ payload, console, noticed, modal, paper, isTrap }).toEqual(expected);
}

describe('a ticket goes out whole, the page stays as it was, its modal window leaves the help alone, and nothing of ours is printed:', () => {
  for (const [name, panel] of Object.entries({ ...PANELS, ...OTHERS })) {
    if (IN_EVERY_RUN.test(name)) test.skipIf(!isThere(panel))(name, () => expectClean(panel, name in PANELS));
  }
});

describe('so it does of a page', () => {
  const pages = Object.entries(DISTURBED).filter(([name]) => !ONLY_BY_COMMAND.test(name));
  test.each(pages)('%s', (_, text) => expectClean({ scripts: [{ text }] }, false));
});

test('where the panel comes into no realm either, an e-mail is offered, and the next press finds it', async () => {
  const address = host.show({
    scripts: [{ text: `var URL = 'http://x';` }],
    html: '<button>Pomoc online</button>',
  });
  const { page, end } = await demo.visit();
  await page.route('**/panel/*.js', (route) => route.abort());
  await page.goto(address);
  const offered = page.waitForEvent('dialog');
  const pressed = page.getByRole('button', { name: 'Pomoc online' }).click();
  const dialog = await offered;
  expect(dialog.message()).toContain('pomoc@shopgold.pl');
  await dialog.dismiss();
  await pressed;
  await page.unroute('**/panel/*.js');
  await page.getByRole('button', { name: 'Pomoc online' }).click();
  await page.getByText('Pomoc do').waitFor();
  await end();
});
