import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { helpOn, startPanelUnderTest } from './panel-under-test.ts';

export interface Outcome {
  flips: number;
  /** letters that somebody pressed "send" for */
  entries: number;
  /** entries with no ticket, or with more than one */
  missing: number;
  doubled: number;
  sound: boolean;
}

const TABS = 5;

/**
 * Sends letters from five tabs of one panel while its network comes and goes, and counts the tickets. One person has
 * the tabs: letters are written one after another, while earlier ones are on their way.
 */
export async function flakyTabs(flips: number): Promise<Outcome> {
  const panel = await startPanelUnderTest();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const context = await browser.newContext({ locale: 'pl-PL' });
    await context.addInitScript('Math.random = () => 0.01'); // short pauses: more happens between two flips
    const tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
    for (const tab of tabs) await helpOn(tab).open(panel.url);
    let isOver = false;
    const subjects: string[] = [];

    async function write(): Promise<void> {
      for (let round = 0; !isOver; round = (round + 1) % TABS) {
        const tab = tabs[round];
        if (!tab) continue;
        const help = helpOn(tab);
        if (await help.sent.isVisible()) await help.another.click({ timeout: 2000 }).catch(() => {});
        await pause(100);
        if (!(await help.send.isVisible())) continue;
        const subject = `Pięć kart ${subjects.length}`;
        await help.address(subject);
        await help.opis.fill(`Opis: ${subject}`);
        await help.send.click();
        subjects.push(subject);
        await help.send.waitFor({ state: 'hidden' });
      }
    }

    const writing = write();
    for (let flip = 0; flip < flips; flip++) {
      await pause(50 + Math.random() * 250);
      await context.setOffline(flip % 2 === 0);
    }
    await context.setOffline(false);
    isOver = true;
    await writing;
    await allSent(panel.subjects, subjects, tabs.map(helpOn));
    const opened = panel.subjects();
    const counts = subjects.map((subject) => opened.filter((other) => other === subject).length);
    const missing = counts.filter((count) => count === 0).length;
    const doubled = counts.filter((count) => count > 1).length;
    return { flips, entries: subjects.length, missing, doubled, sound: subjects.length > 0 && missing + doubled === 0 };
  } finally {
    await browser.close();
    await panel.close();
  }
}

/** Waits until every letter has its ticket, pressing what an owner would press; for a minute at most. */
async function allSent(opened: () => string[], subjects: string[], helps: ReturnType<typeof helpOn>[]): Promise<void> {
  for (let look = 0; look < 120; look++) {
    const done = new Set(opened());
    if (subjects.every((subject) => done.has(subject))) return;
    for (const help of helps) {
      for (const button of [help.now, help.another]) {
        if (await button.isVisible()) await button.click({ timeout: 1000 }).catch(() => {});
      }
    }
    await pause(500);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { flips: { type: 'string', default: '100' } } });
  const outcome = await flakyTabs(Number(values.flips));
  for (const [name, figure] of Object.entries(outcome))
    process.stdout.write(`${name.padEnd(16)}${String(figure).padStart(8)}\n`);
  process.exitCode = outcome.sound ? 0 : 1;
}
