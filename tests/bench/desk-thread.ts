import type { Page } from 'playwright';
import { appendEvent } from '../../src/events/append-event.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { insertMessage } from '../../src/store/messages.ts';
import { updateTicket } from '../../src/store/tickets.ts';
import { sharedChromium } from '../support/chromium.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';

/** The longest thread there may be, and a short one to compare it with. */
const THREADS = { 'Plik CSV z hurtowni': 10, 'Darmowa dostawa od 200 zł': 1000 };
const CPU_SLOWED = 4;
const OPENINGS = 5;
const REPLY = 'Dzień dobry, proszę zajrzeć do ustawień wysyłki i podać numer zamówienia.';

/** Writes messages to a ticket until it has so many. */
async function lengthen({ store }: Demo, number: string, messages: number): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const at = toInstantText(Temporal.Now.instant());
    await transaction.deleteFrom('messages').where('ticket_number', '=', number).where('position', '>', 1).execute();
    for (let position = 2; position <= messages; position++) {
      await insertMessage(transaction, {
        ticket_number: number,
        sender: position % 2 === 0 ? 'agent' : 'customer',
        author: position % 2 === 0 ? 'Ola Nowak' : 'Jan',
        text: `Wiadomość ${position}. ${'Import zatrzymuje się po kilku minutach bez komunikatu. '.repeat(1 + (position % 6))}`,
        sent_at: at,
        position,
      });
    }
    await updateTicket(transaction, number, { message_count: messages, agent_seen: messages });
  });
}

/** Milliseconds from the press on a ticket's line to the frame that shows all its messages. */
function opening(page: Page, number: string, messages: number): Promise<number> {
  return page.evaluate(
    async ([hash, count]) => {
      const started = performance.now();
      location.hash = hash;
      while (document.querySelectorAll('.messages > li').length !== count) await new Promise(requestAnimationFrame);
      await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
      return performance.now() - started;
    },
    [number, messages] as const,
  );
}

/** Watches what the page does until it is asked: late inputs, long tasks, changes in the thread. */
async function watch(page: Page): Promise<() => Promise<{ input: number; task: number; changes: number }>> {
  await page.evaluate(() => {
    const seen = { input: 0, task: 0, changes: 0 };
    const follow = (key: 'input' | 'task') => (list: PerformanceObserverEntryList) => {
      for (const { duration } of list.getEntries()) seen[key] = Math.max(seen[key], duration);
    };
    new PerformanceObserver(follow('input')).observe({
      type: 'event',
      durationThreshold: 16,
    } as PerformanceObserverInit);
    new PerformanceObserver(follow('task')).observe({ type: 'longtask' });
    const list = document.querySelector('.messages') as Element;
    new MutationObserver((records) => {
      seen.changes += records.length;
    }).observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { seen });
  });
  return () =>
    page.evaluate(() => (window as unknown as { seen: { input: number; task: number; changes: number } }).seen);
}

async function run(): Promise<void> {
  const demo = await startDemo();
  try {
    for (const [subject, messages] of Object.entries(THREADS))
      await lengthen(demo, await numberOf(demo, subject), messages);
    const { page } = await demo.visit();
    page.setDefaultTimeout(60_000);
    await signIn(page, demo, 'ola');
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWED });
    for (const [subject, messages] of Object.entries(THREADS)) {
      const number = await numberOf(demo, subject);
      const openings: number[] = [];
      for (let time = 0; time < OPENINGS; time++) {
        await page.evaluate(() => {
          location.hash = '';
        });
        await page.locator('.messages').waitFor({ state: 'detached' });
        openings.push(await opening(page, number, messages));
      }
      await page.getByLabel('Treść odpowiedzi').click();
      await page.waitForTimeout(2000);
      const typed = await watch(page);
      await page.keyboard.type(REPLY, { delay: 30 });
      const { input, changes } = await typed();
      await page.reload();
      await page
        .locator('.messages > li')
        .nth(messages - 1)
        .waitFor();
      await page.waitForTimeout(2000);
      const read = await watch(page);
      for (let time = 0; time < 5; time++) {
        const entry = {
          at: toInstantText(Temporal.Now.instant()),
          actor: 'operator',
          action: 'ticket.seen' as const,
          ticketNumber: number,
          details: { messages: 1 },
        };
        await appendEvent(demo.store, entry);
        await page.waitForTimeout(1500);
      }
      const again = await read();
      await page.getByLabel('Treść odpowiedzi').click();
      const both = await watch(page);
      for (const letter of REPLY) {
        const entry = {
          at: toInstantText(Temporal.Now.instant()),
          actor: 'operator',
          action: 'ticket.seen' as const,
          ticketNumber: number,
          details: { messages: 1 },
        };
        if (letter === ' ') await appendEvent(demo.store, entry);
        await page.keyboard.type(letter, { delay: 60 });
      }
      const { input: inputBeside } = await both();
      const median = openings.toSorted((a, b) => a - b)[Math.floor(OPENINGS / 2)] ?? 0;
      process.stdout.write(
        `${String(messages).padStart(5)} messages (CPU ÷ ${CPU_SLOWED}): opened in ${(openings[0] ?? 0).toFixed(0)} ms, again in ${median.toFixed(0)} ms (median of ${OPENINGS}); ` +
          `slowest letter ${input.toFixed(0)} ms, ${inputBeside.toFixed(0)} ms while the ticket is read anew; ` +
          `changes in the thread: ${changes} by typing, ${again.changes} by reading anew 5 times; longest task then ${again.task.toFixed(0)} ms\n`,
      );
    }
  } finally {
    await demo.close();
    await (await sharedChromium()).close();
  }
}

await run();
