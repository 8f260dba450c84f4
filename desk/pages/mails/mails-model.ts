import { createModel, signal } from '@preact/signals';
import type { DeskMail, ListedFate } from '../../../src/contract/desk/mails.ts';
import type { MailFate } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { type Decided, toDecided } from './decided.ts';
import type { MailSettled, MailsClient } from './mails-client.ts';

/** Letters of one fate, page by page, and what an agent decides about each at once. */
export const MailsModel = createModel((client: MailsClient, fate: ListedFate) => {
  const mails = signal<DeskMail[] | null>(null);
  const isOn = signal(true);
  const waiting = signal(0);
  const next = signal<string | null>(null);
  const hasFailed = signal(false);
  const decided = signal<Decided | null>(null);
  let count = 0;

  async function read(cursor?: string): Promise<void> {
    const mine = ++count;
    const answer = await client.list(fate, cursor);
    if (mine !== count) return;
    hasFailed.value = answer.outcome !== 'ok';
    if (answer.outcome !== 'ok') return;
    mails.value = [...(cursor === undefined ? [] : (mails.peek() ?? [])), ...answer.value.mails];
    isOn.value = answer.value.isOn;
    waiting.value = answer.value.waiting;
    next.value = answer.value.next;
  }

  async function decide(asking: Promise<DeskAnswer<MailSettled | null>>, done: MailFate): Promise<void> {
    decided.value = null;
    const answer = await asking;
    await read();
    decided.value = toDecided(answer, done);
  }

  return {
    mails,
    isOn,
    waiting,
    next,
    hasFailed,
    decided,
    refresh: () => read(),
    more: () => read(next.peek() ?? undefined),
    take: (mail: number) => decide(client.take(mail), 'waits'),
    setAside: (mail: number) => decide(client.setAside(mail), 'set-aside'),
  };
});

export type MailsModel = InstanceType<typeof MailsModel>;
