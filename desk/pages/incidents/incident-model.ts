import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import { SolveIncidentRequest } from '../../../src/contract/desk/incident-requests.ts';
import type { IncidentDetail } from '../../../src/contract/desk/incidents.ts';
import type { Kept } from '../../models/kept-text.ts';
import type { IncidentsClient } from './incidents-client.ts';

export interface IncidentDeps {
  id: string;
  client: Pick<IncidentsClient, 'read' | 'end' | 'solve'>;
  kept: Kept;
}

/** One incident with its tickets, and the answer that is written to all of them. */
export const IncidentModel = createModel(({ id, client, kept }: IncidentDeps) => {
  const detail = signal<IncidentDetail | null>(null);
  const state = signal<'loading' | 'shown' | 'gone' | 'unanswered'>('loading');
  const text = signal(kept.get());
  const isBusy = signal(false);
  const isTried = signal(false);
  /** a problem's code, or `unanswered` */
  const failure = signal<string | null>(null);
  let asked = 0;
  let attempt = { key: randomId(16), text: '' };

  /** Reads the incident again. The first page of tickets is replaced; later pages stay. */
  async function refresh(): Promise<void> {
    const mine = ++asked;
    const answer = await client.read(id);
    if (mine !== asked) return;
    if (answer.outcome === 'ok') {
      detail.value = withLaterPages(answer.value, detail.peek());
      state.value = 'shown';
      if (answer.value.incident.solvedAt !== null) tellSolved(answer.value);
    } else if (answer.outcome === 'refused') state.value = 'gone';
    else if (!detail.peek()) state.value = 'unanswered';
  }

  /** It is solved, so nothing is left to send: either our own lost request arrived, or somebody else solved it. */
  function tellSolved({ solution }: IncidentDetail): void {
    if (failure.peek() === 'unanswered') failure.value = solution?.text === attempt.text ? null : 'conflict';
    if (!isBusy.peek()) kept.keep('');
  }

  async function settle(outcome: 'ok' | 'signed-out' | 'refused' | 'unanswered', code: string): Promise<boolean> {
    isBusy.value = false;
    if (outcome !== 'ok') failure.value = outcome === 'refused' ? code : 'unanswered';
    await refresh();
    return outcome === 'ok';
  }

  const isText = computed(() => SolveIncidentRequest.safeParse({ text: text.value.trim() }).success);
  return {
    detail,
    state,
    text,
    isBusy,
    failure,
    /** solving was tried without a text */
    isTextMissing: computed(() => isTried.value && !isText.value),
    /** solved, and some tickets are not answered yet */
    isUnderWay: computed(() => Boolean(detail.value?.incident.solvedAt) && (detail.value?.counts.waiting ?? 0) > 0),
    refresh,
    type(typed: string) {
      failure.value = null;
      text.value = typed;
      kept.keep(typed);
    },
    /** Whether there is a text; from now on a missing one is shown as an error. */
    check(): boolean {
      isTried.value = true;
      return isText.peek();
    },
    async end(): Promise<boolean> {
      if (isBusy.peek()) return false;
      isBusy.value = true;
      failure.value = null;
      const until = detail.peek()?.incident.until;
      const answer = await client.end(id);
      const isDone = await settle(answer.outcome, answer.outcome === 'refused' ? answer.code : '');
      // The lost request has arrived: the incident has ended.
      if (failure.peek() === 'unanswered' && detail.peek()?.incident.until !== until) failure.value = null;
      return isDone;
    },
    /** Solves the incident; pressed again after a broken line, it is solved once. */
    async solve(): Promise<boolean> {
      const written = text.peek().trim();
      if (isBusy.peek() || !isText.peek()) return false;
      if (attempt.text !== written) attempt = { key: randomId(16), text: written };
      isBusy.value = true;
      failure.value = null;
      const answer = await client.solve(id, attempt.key, written);
      if (answer.outcome === 'ok') kept.keep('');
      return settle(answer.outcome, answer.outcome === 'refused' ? answer.code : '');
    },
    /** Reads the next page of its tickets. */
    async more() {
      const shown = detail.peek();
      if (!shown || shown.next === null) return;
      const answer = await client.read(id, shown.next);
      if (answer.outcome !== 'ok' || detail.peek() !== shown) return;
      detail.value = { ...shown, tickets: [...shown.tickets, ...answer.value.tickets], next: answer.value.next };
    },
  };
});

export type IncidentModel = InstanceType<typeof IncidentModel>;

/** Keeps the later pages while the first one is replaced. */
function withLaterPages(fresh: IncidentDetail, shown: IncidentDetail | null): IncidentDetail {
  const last = fresh.tickets.at(-1)?.number;
  const at = shown?.tickets.findIndex(({ number }) => number === last) ?? -1;
  const later = at < 0 ? [] : (shown?.tickets.slice(at + 1) ?? []);
  return later.length > 0 ? { ...fresh, tickets: [...fresh.tickets, ...later], next: shown?.next ?? null } : fresh;
}
