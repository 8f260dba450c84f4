import type { Page } from 'playwright';
import type { Demo, PanelName } from './demo.ts';

/** Goes to a page of the panel where the next count is asked for at once, as if a minute had gone by since the last. */
export async function aMinuteLater(page: Page, demo: Demo, panel: PanelName, to: string): Promise<void> {
  await page.goto(demo.url(panel, 'panel.css')); // no script of ours runs there
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('pomoc.unread')) localStorage.removeItem(key);
  });
  await page.goto(demo.url(panel, to));
}
