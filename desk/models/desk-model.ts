import { computed, createModel, effect, signal, untracked } from '@preact/signals';
import { LEASE_MS } from '../../browser/lease.ts';
import { serviceNow } from '../../browser/service-clock.ts';
import type { DeskEvent } from '../../src/contract/desk/follow-events.ts';
import type { DeskMacro } from '../../src/contract/desk/list-macros.ts';
import type { AgentName, QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { AgentHere } from '../../src/contract/desk/read-presence.ts';
import type { Change, DeskClient } from '../client/desk-client.ts';
import type { Voice } from '../told/voice.ts';
import { AlarmsModel } from './alarms-model.ts';
import { createBoundary } from './boundary.ts';
import { ChoiceModel } from './choice-model.ts';
import { coalesce } from './coalesce.ts';
import type { DeskStore } from './desk-kept.ts';
import { createDrafts } from './drafts.ts';
import { expectedOf } from './expected.ts';
import { createHold, type Held } from './hold.ts';
import { LeftTickets } from './left-tickets.ts';
import type { ListAddress } from './list-address.ts';
import { ListsModel } from './lists-model.ts';
import { LiveModel, PAUSE_MS } from './live-model.ts';
import { createOffice } from './office.ts';
import { type OpenTicket, openTicket } from './open-ticket.ts';
import { createReadAhead } from './read-ahead.ts';
import type { Router } from './router.ts';
import type { Me } from './session-model.ts';
import { signatureOf } from './signature.ts';
import { whenCalm } from './when-calm.ts';
import type { Kind } from './writing.ts';

/** How often relative times are updated, in milliseconds. */
const TICK_MS = 30_000;

/** An action that opens something first: the choices of the menu behind the three dots, or the dialog of merging. */
export type AskedAction = { what: 'snooze' | 'incident' | 'correct' } | { what: 'merge'; suggested: string };

export interface DeskDeps {
  me: Me;
  client: DeskClient;
  router: Router;
  store: DeskStore;
  /** where the lists keep what they show */
  address?: ListAddress;
}

/** The desk of a signed-in agent: the lists, the open ticket, and the events. */
export const DeskModel = createModel(({ me: first, client, router, store, address }: DeskDeps) => {
  const me = signal(first);
  const agents = signal<AgentName[]>([]);
  const macros = signal<DeskMacro[]>([]);
  /** the vendor's, of the agents' replies */
  const signaturePattern = signal<string | null>(null);
  const signature = computed(() => signatureOf(signaturePattern.value, me.value.name));
  /** by the clock of the service, which has answered who signed in: what is left is counted by it */
  const now = signal(serviceNow());
  const open = signal<OpenTicket | null>(null);
  const left = new LeftTickets();
  /** what was just sent, to be announced */
  const sent = signal<{ kind: Kind; number: string; count: number } | null>(null);
  let sentCount = 0;
  /** the number of a ticket just recorded from a call, to be read out to the caller */
  const readOut = signal<string | null>(null);
  const helpIsOpen = signal(false);
  /** the last event, for pages that show it */
  const lastEvent = signal<DeskEvent | null>(null);
  const drafts = createDrafts(first.id, store);
  const hold = createHold();
  const office = createOffice(client);
  const lists = new ListsModel(client, address);
  const calm = whenCalm(lists.readAt);
  /** the first list is there, and the page has had nothing else to do */
  const isCalm = signal(false);
  void calm.then(() => {
    isCalm.value = true;
  });
  /** the ticket whose tags are being changed */
  const tagging = signal<string | null>(null);
  const choice = new ChoiceModel(client, lists);
  const refreshLists = coalesce(lists.refresh, PAUSE_MS);
  const tick = () => {
    now.value = serviceNow();
  };
  const boundary = createBoundary(() => {
    tick();
    refreshLists();
  });
  // With each read, though it says the same: what it waited for may have come and gone.
  effect(() => {
    if (lists.readAt.value) boundary.set(lists.changesAt.value);
  });
  /** the other agents, each at the ticket that they have open */
  const others = signal<AgentHere[]>([]);
  const refreshOthers = coalesce(async () => {
    const read = await client.readPresence();
    if (read.outcome === 'ok') others.value = read.value;
  }, PAUSE_MS);
  /** the ticket that is pointed at is read before it is opened */
  const ahead = createReadAhead(client);
  const alarms = new AlarmsModel(client);
  const refreshAlarms = coalesce(alarms.refresh, PAUSE_MS);
  /** the shops that the agent is about to block; null while the dialog is closed */
  const blocking = signal<{ id: number; name: string }[] | null>(null);

  /** whether the dialog about the open ticket's customer is wanted */
  const contacting = signal(false);

  /** what a key or a link asked to do with the open ticket */
  const asked = signal<AskedAction | null>(null);

  const isOpen = (number: string) => open.peek()?.number === number;

  /** whether this agent is signed in */
  let isIn = false;
  /** Asks only while this agent is signed in: somebody else may be here since, and would be the writer. Otherwise `out`. */
  const asWriter = async <T>(ask: () => Promise<T>, out: T): Promise<T> => (isIn ? ask() : out);

  const toOpen = (number: string) =>
    openTicket(number, {
      agent: first.id,
      // What waited, or is tried again, goes only as its writer.
      client: {
        ...client,
        send: (entry, isLeaving) => asWriter(() => client.send(entry, isLeaving), { outcome: 'signed-out' }),
        putPart: (of, part) => asWriter(() => client.putPart(of, part), { outcome: 'unanswered', retryAfter: 0 }),
      },
      store,
      drafts,
      hold,
      signature,
      expecting: {
        begin(change, row) {
          const expected = expectedOf(change, row, first.id, [...agents.peek(), me.peek()]);
          if (expected) lists.expect(number, expected);
          return expected;
        },
        settle: (isAccepted) => lists.settle(number, isAccepted),
      },
      isShown: () => isOpen(number),
      onChanged: refreshLists,
      onMerged(into) {
        left.forget(number);
        if (isOpen(number)) router.replaceNumber(into);
      },
      onSent(kind) {
        sent.value = { kind, number, count: ++sentCount };
        refreshLists();
        if (!isOpen(number)) left.forget(number);
      },
    });

  /** a new outage, to be shown in the page; null once it was seen to */
  const newOutage = signal<QueueRow | null>(null);
  /** the number of a ticket that somebody has just given to this agent, to be announced */
  const given = signal<string | null>(null);
  const number = computed(() => router.route.value.number);
  effect(() => {
    const wanted = number.value;
    if (readOut.peek() !== wanted) readOut.value = null;
    if (wanted === null) {
      open.value = null;
      return;
    }
    const opened = untracked(() => left.resume(wanted) ?? toOpen(wanted));
    open.value = opened;
    sent.value = null;
    asked.value = null;
    if (newOutage.peek()?.number === wanted) newOutage.value = null;
    const early = ahead.take(wanted);
    // Without a stream nobody says what has happened since.
    const isKnown = early !== null && untracked(() => opened.ticket.showRead(early)) && live.state.peek() === 'live';
    if (!isKnown) opened.refresh();
    opened.presence.come();
    return () => {
      opened.presence.leave();
      left.leave(opened);
    };
  });

  /** what tells the agent who is not looking; null where another page of this browser does, or until it is loaded */
  let voice: Voice | null = null;
  let isVoice = false;
  let quiet = new AbortController();

  /** Of all pages of this browser one speaks: the first one, and when it is closed the next. */
  function takeVoice(): void {
    quiet = new AbortController();
    const { signal: isQuiet } = quiet;
    const over = new Promise((resolve) => isQuiet.addEventListener('abort', resolve));
    const speakUntilOver = async () => {
      isVoice = true;
      live.wake();
      // No list waits for a sound.
      await calm;
      const { speak } = await import('../told/speak.ts');
      const isLookedAt = (of: string) => document.hasFocus() && isOpen(of);
      voice = await speak({ me: first.id, client, isLookedAt, open: router.open }, isQuiet);
      await over;
    };
    // Without a lock, or without the part that speaks, nobody is told; the lists show it all the same.
    navigator.locks?.request('pomoc-desk-voice', { signal: isQuiet }, speakUntilOver).catch(() => {});
  }

  /** Shows in the page what concerns this agent; `voice` tells it outside. */
  async function showTold({ actor, number: about, told }: DeskEvent): Promise<void> {
    if (!told || about === null || actor === first.id) return;
    if (told.why === 'assigned' && told.to?.includes(first.id)) given.value = about;
    if (told.why !== 'outage' || document.visibilityState !== 'visible') return;
    const found = await client.search(about, 'all');
    const row = found.outcome === 'ok' && found.value.tickets.find((one) => one.number === about);
    if (row && !isOpen(about)) newOutage.value = row;
  }

  const live = new LiveModel({
    staysOn: () => isVoice,
    onEvent(event) {
      const { action, number: about } = event;
      lastEvent.value = event;
      void voice?.hear(event);
      void showTold(event);
      if (action.startsWith('alarm.')) return refreshAlarms();
      ahead.forget(about);
      // A block of a shop shows beside each of its tickets.
      if (about === number.peek() || action.startsWith('block.')) open.peek()?.refresh();
      if (action === 'presence') refreshOthers();
      else if (about !== null) refreshLists();
    },
    onReload() {
      ahead.forget(null);
      refreshLists();
      refreshOthers();
      refreshAlarms();
      open.peek()?.refresh();
    },
  });

  async function readAgents(): Promise<void> {
    const named = await client.listAgents();
    if (named.outcome === 'ok') agents.value = named.value;
  }

  async function readMacros(): Promise<void> {
    const written = await client.listMacros();
    if (written.outcome !== 'ok') return;
    macros.value = written.value.macros;
    signaturePattern.value = written.value.signature;
  }

  /** Takes up the tickets to which an earlier page has sent something that is not answered yet. */
  function resumeLeft(): void {
    const numbers = store
      .all('outbox')
      .flatMap((entry) => ('number' in entry && entry.agent === first.id ? [entry.number] : []));
    for (const number of new Set(numbers)) if (!isOpen(number)) left.leave(toOpen(number));
  }

  // What another page of this browser let wait, and did not live to send.
  effect(() =>
    store.follow((edits) => {
      for (const { store: of, key, value } of edits) {
        if (of !== 'outbox' || !value || !('notBefore' in value) || value.agent !== first.id) continue;
        setTimeout(takeUp, hold.left({ notBefore: value.notBefore ?? 0 }) + 2 * LEASE_MS, key, value.number);
      }
    }),
  );
  function takeUp(key: string, of: string): void {
    if (!store.get('outbox', key)) return;
    if (!isOpen(of) && !left.find(of)) left.leave(toOpen(of));
    resend();
  }

  let timer: ReturnType<typeof setInterval> | undefined;
  let hasBegun = false;
  const resend = () => {
    open.peek()?.composer.resend();
    left.resend();
  };

  return {
    me,
    client,
    router,
    store,
    lists,
    isCalm,
    choice,
    office,
    alarms,
    blocking,
    contacting,
    asked,
    live,
    agents,
    others,
    tagging,
    /** Makes a change of each chosen ticket; what was not changed stays chosen. */
    changeChosen: (changeOf: (row: QueueRow) => Change | null) =>
      choice.change(async (rows, tell) => (await import('./change-many.ts')).changeMany(client, rows, changeOf, tell)),
    /** Incidents that tickets can be linked to; none where they cannot be had now. */
    async readIncidents() {
      const read = await client.listIncidents();
      return read.outcome === 'ok' ? read.value : [];
    },
    /** The tags in use; none where they could not be read. */
    async readTags(): Promise<string[]> {
      const read = await client.listTags();
      return read.outcome === 'ok' ? read.value : [];
    },
    macros,
    now,
    open,
    hold,
    asWriter,
    /** Undoes the reply that was sent last, while it waits: its ticket is opened, with the text in the field. */
    undo(held: Held | undefined = hold.waiting.peek().at(-1)) {
      if (!held) return;
      hold.end(held.key, 'undone');
      const about = isOpen(held.number) ? open.peek() : left.find(held.number);
      about?.composer.comeBack();
      router.open(held.number);
    },
    /** Goes to the next ticket of the list that waits for this agent; behind the last one to what the desk shows without a ticket. */
    goOn(from: string) {
      const going = new Set(hold.waiting.peek().map((held) => held.number));
      const rows = lists.rows.peek().map((row) => row.number);
      const next = rows.slice(rows.indexOf(from) + 1).find((number) => number !== from && !going.has(number));
      if (next) router.open(next);
      else router.close();
    },
    /** tickets that were left and whose reply did not get through */
    unsent: left.unsent,
    sent,
    readOut,
    helpIsOpen,
    lastEvent,
    /** What waits of the agent, or of nobody, by no other filter; null without a response. */
    async readQueueOf(assignee: 'me' | 'none') {
      const answer = await client.readQueue({ assignee });
      return answer.outcome === 'ok' ? answer.value : null;
    },
    newOutage,
    given,
    /** Reads a ticket that somebody points at, before they open it. */
    readAhead(number: string) {
      if (number !== open.peek()?.number && !left.find(number)) ahead.want(number);
    },
    /** Starts listening to events. After `stop` it also continues: a reply without a response is sent again. */
    start(as: Me) {
      me.value = as;
      isIn = true;
      refreshLists();
      refreshOthers();
      refreshAlarms();
      void readAgents();
      void readMacros();
      live.start();
      takeVoice();
      timer = setInterval(tick, TICK_MS);
      addEventListener('online', resend);
      if (hasBegun) {
        open.peek()?.refresh();
        open.peek()?.presence.come();
      } else resumeLeft();
      resend();
      hasBegun = true;
    },
    stop() {
      isIn = false;
      live.stop();
      boundary.clear();
      quiet.abort();
      voice = null;
      isVoice = false;
      clearInterval(timer);
      removeEventListener('online', resend);
      open.peek()?.presence.leave();
    },
    /** Opens a ticket recorded from a call, with its number to be read out. */
    openTaken(taken: string) {
      readOut.value = taken;
      router.open(taken);
      refreshLists();
    },
    /** Filters the shown list by one shop; where the list has no room beside the ticket, goes to the list. */
    onlyShop(shop: { id: number; name: string }) {
      lists.onlyShop(shop);
      if (!matchMedia('(min-width: 761px)').matches) router.close();
    },
    /** Goes to what waits of one shop, without any other filter. */
    queueOf(shop: { id: number; name: string }) {
      lists.showShop(shop, 'queue');
      router.close();
    },
    /** Reads the macros and the signature again: a colleague may have changed one. */
    readMacros,
    /** Assigns the open ticket to the agent. */
    take() {
      const opened = open.peek();
      const about = opened?.ticket.ticket.peek()?.ticket;
      if (!opened || !about || about.assignee?.id === first.id) return;
      void opened.ticket.change({ kind: 'assignee', body: { assignee: first.id, from: about.assignee?.id ?? null } });
    },
  };
});

export type DeskModel = InstanceType<typeof DeskModel>;
