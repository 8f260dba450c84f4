import { render, screen } from '@testing-library/preact';
import { options } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Router } from '../../../desk/models/router.ts';
import { MessageItem } from '../../../desk/views/MessageItem.tsx';
import { TicketPane } from '../../../desk/views/TicketPane.tsx';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { pretendHttp, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket, aMessage } from '../a-desk-ticket.ts';

/** The longest thread a customer can make. */
const LONGEST = 1000;

/** What Preact calls before it draws a component; its own name for it. */
const hooks = options as typeof options & { __r?: ((vnode: { type: unknown }) => void) | undefined };
const before = hooks.__r;
let drawn = 0;
beforeEach(() => {
  drawn = 0;
  hooks.__r = (vnode) => {
    before?.(vnode);
    if (vnode.type === MessageItem) drawn += 1;
  };
});
afterEach(() => {
  hooks.__r = before;
  location.hash = '';
});

/** An open ticket that the service answers as it stands in `served`. */
async function openThread(served: { ticket: DeskTicket }) {
  const http = pretendHttp(({ path }) => (path === '/api/desk/tickets/1000015' ? { body: served.ticket } : SILENCE));
  location.hash = '#1000015';
  const model = new DeskModel({
    me: { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' },
    client: createDeskClient(http),
    router: new Router(),
    store: await openDeskStore(),
  });
  const open = model.open.peek() as OpenTicket;
  await open.ticket.refresh();
  render(<TicketPane model={model} open={open} />);
  await expect.poll(() => drawn).toBe(LONGEST);
  const nodes: MutationRecord[] = [];
  const list = document.querySelector('.messages') as Element;
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const observer = new MutationObserver((records) => nodes.push(...records));
  observer.observe(list, everything);
  drawn = 0;
  return {
    model,
    open,
    touched: () => {
      nodes.push(...observer.takeRecords());
      return { drawn, nodes: nodes.length };
    },
  };
}

/** Whatever is to be drawn has been. */
async function drawnOut(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

test('a thread that is read anew and is as it was draws no message and touches no node', async () => {
  const { open, touched } = await openThread({ ticket: aDeskTicket(LONGEST) });
  await open.ticket.refresh();
  await drawnOut();
  expect(touched()).toEqual({ drawn: 0, nodes: 0 });
});

test('what changed beside the messages, such as who looks at the ticket, draws none of them', async () => {
  const served = { ticket: aDeskTicket(LONGEST) };
  const { open, touched } = await openThread(served);
  served.ticket = { ...served.ticket, present: [{ agent: { id: 'a2', name: 'Jan Lis' }, isWriting: true }] };
  await open.ticket.refresh();
  await screen.findByText(/Jan Lis/);
  expect(touched()).toEqual({ drawn: 0, nodes: 0 });
});

test('of a thread that grew the new message is drawn with the line before it, and no other', async () => {
  const served = { ticket: aDeskTicket(LONGEST) };
  const { open, touched } = await openThread(served);
  served.ticket = aDeskTicket(LONGEST, [aMessage(LONGEST + 1, { text: 'Jeszcze jedno' })]);
  await open.ticket.refresh();
  await screen.findByText('Jeszcze jedno');
  expect(touched()).toEqual({ drawn: 1, nodes: 2 });
});

test('a letter typed into the answer draws no message, and neither does a tick of the clock', async () => {
  const { model, open, touched } = await openThread({ ticket: aDeskTicket(LONGEST) });
  open.composer.edit('D');
  open.composer.edit('Dz');
  await expect.poll(() => document.querySelector('textarea')?.value).toBe('Dz');
  model.now.value += 30_000;
  await drawnOut();
  expect(touched()).toEqual({ drawn: 0, nodes: 0 });
  open.composer.edit('');
});
