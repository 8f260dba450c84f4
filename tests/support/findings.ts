import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

type WithAxe = Window & { axe?: { run: () => Promise<AxeResults> } };

/** Everything axe finds on the page and in the drawer, as rule and place. Its rules of WCAG 2.0 to 2.2 and best practice. */
export async function findings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async () => (await (window as WithAxe).axe?.run())?.violations ?? []);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
