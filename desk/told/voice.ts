import type { DeskEvent } from '../../src/contract/desk/follow-events.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { DeskClient } from '../client/desk-client.ts';
import { chime } from './chime.ts';
import { notifyPermission, type ToldKind, toldSettings } from './told-settings.ts';

/** A message in a ticket of mine is told after this time, in milliseconds, unless the ticket was opened meanwhile. */
const MESSAGE_AFTER_MS = 10_000;

/** A promise of mine is told this long before its time, in milliseconds, and again at its time. */
export const PROMISE_BEFORE_MS = 15 * 60_000;

/** How long one sound is enough, in milliseconds: a flood of outages is one noise. */
const ONE_SOUND_MS = 5000;

/** What a notification says. */
export interface Said {
  kind: ToldKind;
  /** of a promise: whether its time has come */
  isDue?: boolean;
  ticket: Pick<QueueRow, 'number' | 'subject'> & { shop: string };
}

export interface VoiceDeps {
  /** id of the agent */
  me: string;
  client: Pick<DeskClient, 'search' | 'readQueue'>;
  /** whether the agent looks at this ticket now */
  isLookedAt: (number: string) => boolean;
  /** shows a notification; a press on it leads to its ticket */
  show: (said: Said) => void;
  /** milliseconds since 1970, by the service's clock */
  now: () => number;
  play?: () => Promise<void>;
}

/** What tells an agent who is not looking: one page of the desk speaks, whichever it is. */
export interface Voice {
  /** Tells an event if it concerns the agent, they did not do it themselves, and they want to be told. */
  hear: (event: DeskEvent) => Promise<void>;
  /** Looks for promises of the agent that fall due, and tells each of them twice: before its time, and at it. */
  lookAtPromises: () => Promise<void>;
}

export function createVoice({ me, client, isLookedAt, show, now, play = chime }: VoiceDeps): Voice {
  /** promises that were told, by ticket and time */
  const toldPromises = new Set<string>();
  let soundedAt = Number.NEGATIVE_INFINITY;

  function say(said: Said): void {
    const { kinds, sound } = toldSettings.peek();
    if (!kinds[said.kind] || notifyPermission.peek() !== 'granted') return;
    show(said);
    if (sound === 'none' || (sound === 'outages' && said.kind !== 'outage') || now() - soundedAt < ONE_SOUND_MS) return;
    soundedAt = now();
    play().catch(() => {}); // nothing that plays
  }

  return {
    async hear({ actor, number, told }) {
      if (!told || number === null || actor === me || (told.to !== null && !told.to.includes(me))) return;
      if (told.why !== 'outage' && !told.isOpen && !toldSettings.peek().afterHours) return;
      if (told.why === 'message') await new Promise((resolve) => setTimeout(resolve, MESSAGE_AFTER_MS));
      if (isLookedAt(number)) return;
      const answer = await client.search(number, 'all');
      const row = answer.outcome === 'ok' ? answer.value.tickets.find((one) => one.number === number) : undefined;
      // Read meanwhile on another page.
      if (!row || (told.why === 'message' && row.unseen === 0)) return;
      say({ kind: told.why, ticket: { number, subject: row.subject, shop: row.shop.name } });
    },
    async lookAtPromises() {
      const answer = await client.readQueue({ assignee: 'me' });
      if (answer.outcome !== 'ok') return;
      for (const row of answer.value.sections.flatMap(({ tickets }) => tickets)) {
        const left = row.followUpAt === null ? Number.POSITIVE_INFINITY : Date.parse(row.followUpAt) - now();
        const isDue = left <= 0;
        const key = `${row.number} ${row.followUpAt} ${isDue}`;
        // One that was late before this page began is in the list: it is not told anew with each page.
        if (left > PROMISE_BEFORE_MS || left < -PROMISE_BEFORE_MS || toldPromises.has(key)) continue;
        toldPromises.add(key);
        if (isLookedAt(row.number)) continue;
        say({ kind: 'followUp', isDue, ticket: { number: row.number, subject: row.subject, shop: row.shop.name } });
      }
    },
  };
}
