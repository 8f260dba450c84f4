import { createModel, signal } from '@preact/signals';
import type { DeskMail, ListedFate } from '../../../src/contract/desk/mails.ts';
import type { MailFate } from '../../../src/contract/lists.ts';
import type { DeskAnswer } from '../../client/desk-http.ts';
import { ShopSearchModel } from '../phone/shop-search-model.ts';
import type { MailsClient } from './mails-client.ts';

/** How the last decision about a letter ended, to be announced. */
export type Decided =
  | { kind: 'taken' | 'joined' | 'is-ticket'; number: string }
  | { kind: 'waits' | 'aside' | 'not-read' | 'gone' | 'refused' | 'unanswered' };

/** Letters of one tab, page by page, and what an agent decides about each. */
export const MailsModel = createModel((client: MailsClient) => {
  const tab = signal<ListedFate>('waits');
  const mails = signal<DeskMail[] | null>(null);
  const isOn = signal(true);
  const waiting = signal(0);
  const next = signal<string | null>(null);
  const hasFailed = signal(false);
  /** the letter that is being given its shop */
  const giving = signal<number | null>(null);
  const decided = signal<Decided | null>(null);
  const search = new ShopSearchModel(client);
  let count = 0;

  async function read(cursor?: string): Promise<void> {
    const mine = ++count;
    const answer = await client.list(tab.peek(), cursor);
    if (mine !== count) return;
    hasFailed.value = answer.outcome !== 'ok';
    if (answer.outcome !== 'ok') return;
    mails.value = [...(cursor === undefined ? [] : (mails.peek() ?? [])), ...answer.value.mails];
    isOn.value = answer.value.isOn;
    waiting.value = answer.value.waiting;
    next.value = answer.value.next;
  }

  async function decide(
    asking: Promise<DeskAnswer<{ fate: MailFate; number: string | null } | null>>,
    done: MailFate,
  ): Promise<void> {
    decided.value = null;
    const answer = await asking;
    giving.value = null;
    search.clear();
    await read();
    decided.value = toDecided(answer, done);
  }

  return {
    tab,
    mails,
    isOn,
    waiting,
    next,
    hasFailed,
    giving,
    decided,
    search,
    refresh: () => read(),
    more: () => read(next.peek() ?? undefined),
    async open(fate: ListedFate) {
      tab.value = fate;
      mails.value = null;
      giving.value = null;
      decided.value = null;
      await read();
    },
    /** Begins to look for a letter's shop, or ends it. */
    give(mail: number | null) {
      search.clear();
      giving.value = mail;
    },
    giveShop: (mail: number, shop: number) => decide(client.giveShop(mail, shop), 'opened'),
    take: (mail: number) => decide(client.take(mail), 'waits'),
    setAside: (mail: number) => decide(client.setAside(mail), 'set-aside'),
  };
});

export type MailsModel = InstanceType<typeof MailsModel>;

function toDecided(answer: DeskAnswer<{ fate: MailFate; number: string | null } | null>, done: MailFate): Decided {
  if (answer.outcome === 'ok') {
    const { fate, number } = answer.value ?? { fate: done, number: null };
    if (number !== null) return { kind: fate === 'joined' ? 'joined' : 'taken', number };
    return { kind: fate === 'set-aside' ? 'aside' : 'waits' };
  }
  if (answer.outcome !== 'refused') return { kind: 'unanswered' };
  const { ticket } = answer.problem;
  if (typeof ticket === 'string') return { kind: 'is-ticket', number: ticket };
  if (answer.code === 'not-found') return { kind: 'gone' };
  return { kind: answer.code === 'conflict' ? 'not-read' : 'refused' };
}
