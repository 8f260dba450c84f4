import { HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { readTicket } from '../../../../src/contract/tickets/read-ticket.ts';
import openMyTickets from '../../../../widget/features/my-tickets/my-tickets.tsx';
import { toMessageEntry } from '../../../../widget/features/my-tickets/reply-entry.ts';
import { hasFlag, setFlag } from '../../../../widget/host-page/flags.ts';
import { EMPTY_DRAFT } from '../../../../widget/outbox/draft.ts';
import { openWidgetStore } from '../../../../widget/outbox/widget-store.ts';
import { aFollowedTicket, aReceipt, ZURAW } from '../../../support/widget-nouns.ts';
import { API, problem, serve } from '../../../support/widget-service.ts';
import { aPanelPath } from '../../../support/widget-storage.ts';

test('a reply from before the panel was known is sent by a page of that panel', async () => {
  const panelPath = aPanelPath();
  const store = openWidgetStore();
  const reply = toMessageEntry(
    { ...EMPTY_DRAFT, description: 'Działa' },
    { thread: '1000015', panelPath: '/' },
    Date.now(),
  );
  await store.change({
    store: 'tickets',
    key: '1000015',
    value: aFollowedTicket({ directory: '/', receipt: aReceipt() }),
  });
  await store.change({ store: 'outbox', key: reply.key, value: reply });
  setFlag('replies', '/', true);
  const sent = serve({ method: 'POST', path: '/api/v1/tickets/:number/messages' }, () =>
    HttpResponse.json(
      { id: '1-2', from: 'customer', author: null, text: 'Działa', at: '2026-11-22T09:00:00Z', attachments: [] },
      { status: 201 },
    ),
  );
  const read = serve(readTicket, () => problem('unavailable'));
  openMyTickets({
    config: { api: API, email: '', facts: ZURAW, panelPath, launcher: 'auto' },
    page: { context: {} },
    store,
    announce: () => {},
  });
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([reply.body]);
  await expect.poll(() => hasFlag('replies', panelPath)).toBeUndefined();
  await expect.poll(() => read.length).toBe(1);
  // Who wrote it can say so later: see `attended`.
  await expect.poll(async () => (await store.get('tickets', '1000015'))?.written).toBe(reply.key);
});
