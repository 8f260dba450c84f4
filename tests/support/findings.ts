import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type WithAxe = Window & { axe?: { run: (context: unknown) => Promise<AxeResults> } };

/**
 * Everything axe finds, as rule and place. Its rules of WCAG 2.0 to 2.2 and best practice. Brought in past the page's policy,
 * which may let no script in.
 * @param where a selector of the part that is looked at; without it the page and the drawer
 */
export async function findings(page: Page, where = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = window as WithAxe;
    const context = document.querySelector(selector);
    return axe && context ? (await axe.run(context)).violations : [];
  }, where);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** The drawer's element in the page. */
export const DRAWER = '[data-pomoc]';
