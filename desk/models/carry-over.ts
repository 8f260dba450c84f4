import { type CallDraft, type DeskStore, type Edit, NO_CALL, placeOf, type TicketDraft } from './desk-kept.ts';

/** Keys in localStorage under which builds until November 2026 stored drafts. */
const TICKET = /^desk\.draft\.([\w-]+)\.(\d+)$/;
const CALL = /^desk\.phone\.([\w-]+)$/;
const TAKEN = /^desk\.phone\.([\w-]+)\.taken$/;

/** A draft in a ticket; `attempt` is a reply that was sent without a response. */
interface EarlierDraft extends TicketDraft {
  attempt: { key: string; text: string; status: string; seen: number } | null;
}

interface EarlierCall extends CallDraft {
  attempt: { key: string; body: string } | null;
}

/**
 * Moves drafts of earlier builds from localStorage into the store. They are deleted there only after they are stored
 * here; an open tab of an earlier build may bring them back.
 * @param isDurable whether the store outlives the page
 */
export async function carryOver(store: DeskStore, isDurable: boolean): Promise<void> {
  for (const name of Object.keys(localStorage)) {
    const edits = editsOf(name, localStorage.getItem(name) ?? '', store);
    if (!edits) continue;
    await store.change(...edits);
    if (isDurable) localStorage.removeItem(name);
  }
}

/** @returns null for an invalid one */
function editsOf(name: string, value: string, store: DeskStore): Edit[] | null {
  const [, taker] = TAKEN.exec(name) ?? [];
  if (taker) return [{ store: 'taken', key: taker, value }];
  const [, writer, number] = TICKET.exec(name) ?? [];
  if (writer && number) return ticketEdits(writer, number, read<EarlierDraft>(value), store);
  const [, caller] = CALL.exec(name) ?? [];
  return caller ? callEdits(caller, read<EarlierCall>(value), store) : null;
}

/** An invalid value is no draft. */
function read<Draft>(value: string): Partial<Draft> {
  try {
    return JSON.parse(value) ?? {};
  } catch {
    return {};
  }
}

function ticketEdits(agent: string, number: string, earlier: Partial<EarlierDraft>, store: DeskStore): Edit[] {
  const { reply = '', note = '', status = null, seen = null, attempt } = earlier;
  const key = placeOf(agent, number);
  const here = store.get('drafts', key);
  // Changed after it had been sent, it went under another key.
  const isOnItsWay = attempt && attempt.text === reply.trim();
  const edits: Edit[] = [];
  if (isOnItsWay) {
    const { text, status, seen } = attempt;
    const body = JSON.stringify({ text, status, seenMessages: seen });
    const draft = { text: reply, status, seen };
    // Its age is unknown, so it asks before it is sent.
    const value = { kind: 'reply', key: attempt.key, body, draft, agent, number, createdAt: 0 } as const;
    edits.push({ store: 'outbox', key: attempt.key, value });
  }
  const written = { reply: joined(here?.reply, isOnItsWay ? '' : reply), note: joined(here?.note, note) };
  if (written.reply || written.note) {
    const value = { ...written, status: here?.status ?? status, seen: here?.seen ?? seen };
    edits.push({ store: 'drafts', key, value });
  }
  return edits;
}

function callEdits(agent: string, earlier: Partial<EarlierCall>, store: DeskStore): Edit[] {
  const { attempt, ...written } = earlier;
  if (store.get('calls', agent) || !Object.keys(written).length) return [];
  const call: CallDraft = { ...NO_CALL, ...written };
  if (!attempt) return [{ store: 'calls', key: agent, value: call }];
  const { key, body } = attempt;
  return [{ store: 'outbox', key, value: { kind: 'call', key, body, draft: call, agent, createdAt: 0 } }];
}

function joined(here = '', earlier: string): string {
  return here.includes(earlier) ? here : [here, earlier].filter(Boolean).join('\n\n');
}
