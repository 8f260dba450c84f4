import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import type { Mishap } from './bad-proxy.ts';
import { helpOn, startPanelUnderTest } from './panel-under-test.ts';

export interface Outcome {
  /** letters sent, each through another mishap */
  mishaps: number;
  missing: number;
  doubled: number;
  /** letters whose number was not shown in the end, or not the one that the service gave */
  unseen: number;
  sound: boolean;
}

/**
 * Sends letters through a proxy that spoils the first answer to each: a page of HTML with 200 and with 502, and the
 * answer itself cut after every `step`-th byte, status line and headers included.
 */
export async function spoilAnswers(step: number): Promise<Outcome> {
  const panel = await startPanelUnderTest();
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const context = await browser.newContext({ locale: 'pl-PL' });
    await context.addInitScript('Math.random = () => 0'); // tries follow one another without a pause
    const page = await context.newPage();
    const help = helpOn(page);
    await help.open(panel.url);
    const subjects: string[] = [];
    let unseen = 0;

    async function sendThrough(...mishaps: Mishap[]): Promise<void> {
      const subject = `Zepsuta odpowiedź ${subjects.length}`;
      subjects.push(subject);
      panel.proxy.mishaps.push(...mishaps);
      await help.address(subject);
      await help.opis.fill('Opis');
      await help.send.click();
      if ((await help.number()) !== panel.numberOf(subject)) unseen += 1;
      await help.another.click();
    }

    await sendThrough();
    const bytes = panel.proxy.answerBytes();
    const page200 = { kind: 'page', status: 200 } as const;
    const page502 = { kind: 'page', status: 502 } as const;
    for (const mishaps of [[page200], [page502], [page200, page502, { kind: 'cut', bytes: 0 } as const]]) {
      await sendThrough(...mishaps);
    }
    for (let cut = 0; cut < bytes; cut += step) await sendThrough({ kind: 'cut', bytes: cut });
    await sendThrough({ kind: 'cut', bytes: bytes - 1 });

    const opened = panel.subjects();
    const counts = subjects.map((subject) => opened.filter((other) => other === subject).length);
    const missing = counts.filter((count) => count === 0).length;
    const doubled = counts.filter((count) => count > 1).length;
    return { mishaps: subjects.length - 1, missing, doubled, unseen, sound: missing + doubled + unseen === 0 };
  } finally {
    await browser.close();
    await panel.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { step: { type: 'string', default: '1' } } });
  const outcome = await spoilAnswers(Number(values.step));
  for (const [name, figure] of Object.entries(outcome))
    process.stdout.write(`${name.padEnd(16)}${String(figure).padStart(8)}\n`);
  process.exitCode = outcome.sound ? 0 : 1;
}
