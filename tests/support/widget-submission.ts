import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { Result } from '../../browser/deliver.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { DraftModel } from '../../widget/features/ticket-form/models/draft-model.ts';
import { type Submission, SubmissionModel } from '../../widget/features/ticket-form/models/submission-model.ts';
import { type Draft, EMPTY_DRAFT } from '../../widget/outbox/draft.ts';
import type { TicketEntry } from '../../widget/outbox/ticket-entry.ts';
import { openWidgetStore } from '../../widget/outbox/widget-store.ts';
import type { TicketClient } from '../../widget/service/ticket-client.ts';
import { valuesOf } from './widget-models.ts';
import { aDraft, aReceipt, NOW, ZURAW } from './widget-nouns.ts';
import { aPanelPath } from './widget-storage.ts';

export const accepted: Result<TicketReceipt> = { outcome: 'ok' as const, value: aReceipt() };
export const refused: Result<TicketReceipt> = { outcome: 'refused', code: 'support-expired' };
/** As often as an entry is tried. */
export const silence: Result<TicketReceipt>[] = Array.from({ length: 6 }, () => ({
  outcome: 'unanswered',
  retryAfter: 0,
}));

/** What the form holds once its ticket is on its way. */
export const emptyDraft: Draft = { ...EMPTY_DRAFT, email: aDraft().email, changedAt: NOW };

/** What the service sees of an entry. */
type Sent = Pick<TicketEntry, 'key' | 'body'> & Partial<TicketEntry>;

/** A page of a panel, whose service answers so, one after another. */
export function aPage(answers: Result<TicketReceipt>[], panelPath = aPanelPath(), store = openWidgetStore()) {
  const sent: Sent[] = [];
  const announced: unknown[] = [];
  const submission = signal<Submission>({ state: 'draft' });
  const form = new DraftModel(store, panelPath);
  let notKept = 0;
  const addMessage = vi.fn<TicketClient['addMessage']>(async () => ({ outcome: 'ok' as const, value: null }));
  const openTicket = vi.fn(async (entry: Sent) => {
    sent.push(entry);
    const answer = answers.shift();
    if (!answer) throw new Error('sent more often than the test expects');
    return answer;
  });
  const model = new SubmissionModel({
    submission,
    client: { readShopStatus: async () => null, openTicket, addMessage },
    store,
    panelPath,
    form,
    onNotKept: () => {
      notKept += 1;
    },
    announce: (...event) => announced.push(event),
  });
  const states = valuesOf(submission);
  const shown = valuesOf(form.draft);
  return {
    model,
    store,
    panelPath,
    submission,
    form,
    openTicket,
    addMessage,
    sent,
    shown,
    howOftenNotKept: () => notKept,
    announced,
    stateNames: () => states.map(({ state }) => state),
    submit: () => model.submit(aDraft(), ZURAW),
  };
}
