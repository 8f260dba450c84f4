import Database from 'better-sqlite3';
import type { Page } from 'playwright';
import { sharedChromium } from '../support/chromium.ts';
import { startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { fillDesk } from './desk/fill-desk.ts';
import { percentile } from './normal-clients.ts';

/** `npm run bench:desk`: how long an agent waits for the desk and for the next ticket, on a machine as slow as a phone. */
const TICKETS = 3000;
const WAITING = 700;
const CPU_SLOWED = 4;
const OPENINGS = 7;
const REST_MS = 3000;
const SWITCHES = 25;

/** Without the demo's own tickets, whose numbers the invented ones have too. */
function forgetTickets(databaseUrl: string): void {
  const database = new Database(databaseUrl.slice('sqlite:'.length));
  database.pragma('foreign_keys = off');
  database.exec('delete from messages; delete from tickets');
  database.close();
}

/** Milliseconds from the navigation to the frame that has rows of the queue; the page before it has come to rest. */
async function openDesk(page: Page): Promise<number> {
  await page.waitForTimeout(REST_MS);
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate(async () => {
    while (document.querySelectorAll('.ticket-row').length < 20) await new Promise(requestAnimationFrame);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return performance.now();
  });
}

/** Milliseconds from the press of Enter on the next row to the frame that has its messages. */
async function switchTicket(page: Page): Promise<number> {
  await page.keyboard.press('j');
  // An agent reads a line before opening it.
  await page.waitForTimeout(600);
  await page.evaluate(() => {
    const pressed = { took: 0 };
    Object.assign(window, { pressed });
    addEventListener(
      'keydown',
      async () => {
        const started = performance.now();
        const wanted = (document.activeElement as HTMLElement).closest<HTMLElement>('[data-number]')?.dataset.number;
        const shown = () => document.querySelector(`.ticket-pane[data-number="${wanted}"] .messages > li`);
        while (!shown()) await new Promise(requestAnimationFrame);
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        pressed.took = performance.now() - started;
      },
      { once: true, capture: true },
    );
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => (window as unknown as { pressed: { took: number } }).pressed.took > 0);
  return page.evaluate(() => (window as unknown as { pressed: { took: number } }).pressed.took);
}

const told = (times: readonly number[]) =>
  `median ${percentile(times, 50).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (n ${times.length})`;

const demo = await startDemo();
try {
  const agents = (await demo.store.selectFrom('agents').select('id').execute()).map(({ id }) => id);
  forgetTickets(demo.databaseUrl);
  await fillDesk(demo.databaseUrl, { tickets: TICKETS, waiting: WAITING, agents });
  const { page } = await demo.visit({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  await signIn(page, demo, 'ola');
  const session = await page.context().newCDPSession(page);
  for (const rate of [1, CPU_SLOWED]) {
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    const openings: number[] = [];
    for (let time = 0; time < OPENINGS; time++) openings.push(await openDesk(page));
    await page.waitForTimeout(2000);
    const switches: number[] = [];
    for (let time = 0; time < SWITCHES; time++) switches.push(await switchTicket(page));
    process.stdout.write(
      `${TICKETS} tickets, CPU ÷ ${rate}: opened in ${told(openings)}; next ticket in ${told(switches)}\n`,
    );
  }
} finally {
  await demo.close();
  await (await sharedChromium()).close();
}
