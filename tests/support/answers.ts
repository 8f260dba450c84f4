import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { ReplyStatus } from '../../src/contract/lists.ts';
import { agentReplies } from './agent-writes.ts';
import type { Demo, PanelName } from './demo.ts';

/** The vendor answers. */
export async function answer(
  { store }: Demo,
  number: string,
  text: string,
  status: ReplyStatus = 'waiting-for-customer',
): Promise<void> {
  const deps = { store, now: () => Temporal.Now.instant() };
  const action = { number, actor: 'operator', author: 'Anna z pomocy' };
  expect(await agentReplies(deps, action, { text, status })).toMatchObject({ outcome: 'done' });
}

/** Goes to a page of the panel where the next count is asked for at once, as if a minute had gone by since the last. */
export async function aMinuteLater({ url }: Demo, page: Page, panel: PanelName, to: string): Promise<void> {
  await page.goto(url(panel, 'panel.css')); // no script of ours runs there
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('pomoc.unread')) localStorage.removeItem(key);
  });
  await page.goto(url(panel, to));
}

/** As if the number of unread replies had been asked for in this moment, and were none: slow machines take a minute for less. */
export async function askedJustNow(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith('pomoc.unread')) localStorage.setItem(key, `0 ${Date.now()} `);
  });
}

/** Where a ticket stands, as the service knows it. */
export async function statusOf({ store }: Demo, number: string): Promise<string> {
  const ticket = store.selectFrom('tickets').select('status').where('number', '=', number);
  return (await ticket.executeTakeFirstOrThrow()).status;
}
