import { readFileSync } from 'node:fs';
import type { Insertable } from 'kysely';
import { foldToWords } from '../../../src/contract/fold.ts';
import { TOPICS } from '../../../src/contract/lists.ts';
import { ticketNumber } from '../../../src/contract/tickets/ticket-number.ts';
import { IS_PROMISED } from '../../../src/policy/promise.ts';
import { isOutage, QUEUE_RANK } from '../../../src/policy/queue.ts';
import { afterReply, opened } from '../../../src/policy/thread.ts';
import { toInstantText } from '../../../src/store/instants.ts';
import type { TicketsTable } from '../../../src/store/tables/tickets.ts';
import { threadColumns } from '../../../src/tickets/thread-columns.ts';
import { aTicketRow } from '../../support/a-ticket-row.ts';
import { randomNumbers } from '../../support/random-numbers.ts';
import { NOW } from '../../support/service.ts';

/** How many shops write. */
export const SHOPS = 2000;

/** What the desk is asked for in the bench and what few tickets have: as many in a small database as in a large one. */
export const RARE = {
  word: 'żurawinowy',
  email: 'rzadka@ksiegarnia-zuraw.pl',
  topic: 'renewal',
  channel: 'phone',
  shopId: 7,
  tickets: 24,
} as const;

/** A word that every answer of ours ends with. */
export const COMMON_WORD = 'Pozdrawiamy';

/** A ticket with all that is written beside it. */
export interface InventedTicket {
  row: Insertable<TicketsTable>;
  messages: { sender: 'customer' | 'agent'; author: string | null; text: string; words: string; sent_at: string }[];
  audit: { at: string; actor: string; action: string }[];
}

/** How a database is to be filled. */
export interface Filling {
  tickets: number;
  /** how many of them, the newest, wait for an answer */
  waiting: number;
  /** who sees to tickets; each has 60 of those that wait, the rest are nobody's */
  agents: readonly string[];
}

const WAITING_EACH = 60;
const YEARS_OF_TICKETS = 5;

interface Sample {
  subject: string;
  description: string;
}

const SAMPLES = JSON.parse(
  readFileSync(new URL('../../support/sample-tickets.json', import.meta.url), 'utf8'),
) as Sample[];

const WORDS = [...new Set(SAMPLES.flatMap(({ subject, description }) => `${subject} ${description}`.split(/\s+/)))];

const folded = new Map<string, string>();

/** Folding is the dearest part of a million messages, and words between spaces are folded one by one. */
function fold(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const known = folded.get(text);
  if (known !== undefined) return known;
  const words = foldToWords(text);
  folded.set(text, words);
  return words;
}

/** What we said we write, or what is put off: days ago, today, or in days. */
function comingBack(random: () => number) {
  const at = toInstantText(NOW.add({ minutes: Math.round((random() * 4 - 2) * 24 * 60) }));
  const isFollowUp = random() < 0.7;
  return { follow_up_at: isFollowUp ? at : null, snoozed_until: isFollowUp ? null : at, queue_return_at: at };
}

/** Tickets as a service of some years has them, the oldest first; the same ones each time. */
export function* inventTickets({ tickets, waiting, agents }: Filling): Generator<InventedTicket> {
  const random = randomNumbers(26);
  const backRandom = randomNumbers(27);
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(random() * things.length)] as Thing;
  const isOneIn = (share: number) => random() < share;
  const topics = TOPICS.filter((topic) => topic !== RARE.topic && topic !== 'configuration');
  const text = (parts: readonly string[]) => ({
    text: parts.join(' '),
    words: parts.map(fold).filter(Boolean).join(' '),
  });

  let rare = 0;
  for (let index = 0; index < tickets; index++) {
    const isWaiting = index >= tickets - waiting;
    // As many as a quarter of those come back by themselves, half of them by now or today.
    const isBack = !isWaiting && index >= tickets - waiting * 1.25;
    const sample = pick(SAMPLES);
    const isRare =
      index % Math.floor(tickets / RARE.tickets) === 0 ||
      (isWaiting && (tickets - index) % Math.floor(waiting / RARE.tickets) === 0);
    const channel = isRare ? RARE.channel : pick(['panel', 'panel', 'panel', 'form', 'email'] as const);
    const facts = channel !== 'email' && isOneIn(0.1) ? ['orders-blocked'] : [];
    const hoursAgo = isWaiting
      ? random() * (channel === 'email' ? 180 : 76)
      : 200 + (1 - index / tickets) * YEARS_OF_TICKETS * 365 * 24;
    const receivedAt = NOW.subtract({ seconds: Math.round(hoursAgo * 3600) });
    const answeredAt = receivedAt.add({ hours: 20 });
    const received_at = toInstantText(receivedAt);
    const answered_at = toInstantText(answeredAt);
    const status = isWaiting ? pick(['new', 'in-progress'] as const) : isBack ? 'in-progress' : 'closed';
    const promised = IS_PROMISED[channel] ? 1 : 0;
    const thread = isWaiting
      ? threadColumns({ promised, snoozed_until: null }, { ...opened(receivedAt), status }, receivedAt)
      : threadColumns({ promised, snoozed_until: null }, { ...afterReply('solved'), status }, answeredAt);
    const shop_id = isRare ? RARE.shopId : 1 + Math.floor(random() * SHOPS);
    const holder =
      isWaiting || isBack ? (tickets - index) % Math.max(1, Math.floor(waiting / WAITING_EACH)) : index % agents.length;
    const row = {
      ...aTicketRow(100_001 + index),
      shop_id,
      channel,
      topic: isRare ? RARE.topic : isOneIn(0.4) ? 'configuration' : pick(topics),
      subject: sample.subject,
      contact_email: isRare ? RARE.email : `biuro${shop_id}@sklep-${shop_id}.pl`,
      outage_facts: JSON.stringify(facts),
      received_at,
      ...thread,
      queue_outage: isOutage(facts) ? 1 : 0,
      queue_unproven: channel === 'phone' || isOneIn(0.3) ? 0 : 1,
      queue_channel_rank: QUEUE_RANK[channel],
      promised,
      message_count: isWaiting ? 1 : 2,
      agent_seen: isWaiting ? 0 : 2,
      // Of the rare ones every other is nobody's.
      assignee_id: agents[isRare ? (rare++ % 2) * agents.length : holder] ?? null,
      ...(isBack && comingBack(backRandom)),
    } as Insertable<TicketsTable>;
    const order = `${100_000 + Math.floor(random() * 900_000)}`;
    const asked = text([sample.subject, sample.description, ...Array.from({ length: 8 }, () => pick(WORDS)), order]);
    const rareWord = isRare ? ` ${RARE.word}` : '';
    const number = row.number;
    yield {
      row,
      messages: [
        {
          sender: 'customer',
          author: null,
          text: asked.text + rareWord,
          words: asked.words + (isRare ? ` ${fold(RARE.word)}` : ''),
          sent_at: received_at,
        },
        ...(isWaiting
          ? []
          : [
              {
                sender: 'agent' as const,
                author: 'Ola Nowak',
                ...text(['Dzień dobry,', ...Array.from({ length: 20 }, () => pick(WORDS)), number, COMMON_WORD]),
                sent_at: answered_at,
              },
            ]),
      ],
      audit: [
        { at: received_at, actor: 'customer', action: 'ticket.opened' },
        ...(isWaiting ? [] : [{ at: answered_at, actor: 'operator', action: 'ticket.answered' }]),
      ],
    };
  }
}

/** The number of a ticket in the middle of such a database, with a whole thread. */
export function numberInTheMiddle({ tickets, waiting }: Filling): string {
  return ticketNumber(100_001 + Math.floor((tickets - waiting) / 2));
}
