import { render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Router } from '../../../desk/models/router.ts';
import { followKeys } from '../../../desk/views/follow-keys.ts';
import { ListPane } from '../../../desk/views/ListPane.tsx';
import { TicketComing } from '../../../desk/views/TicketComing.tsx';
import { TicketPart } from '../../../desk/views/TicketPart.tsx';
import { words } from '../../../desk/words/words.ts';
import { pretendHttp, type Question, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket, aRow } from '../a-desk-ticket.ts';

/** The ticket that is open, the second of three. */
const NUMBER = '1000015';
const QUEUE = {
  at: '2026-11-22T09:00:00Z',
  sections: [{ section: 'on-time', count: 3, tickets: [aRow('1000007'), aRow(NUMBER), aRow('1000023')], next: null }],
  counts: { all: 3, mine: 0, unassigned: 3, outages: 0 },
};

let desk: DeskModel;
let open: OpenTicket;
/** what the ticket was asked to become */
let changes: Question[];
let stopKeys: () => void;
let isServed: boolean;
beforeEach(() => {
  changes = [];
  isServed = true;
});
afterEach(() => {
  stopKeys();
  desk[Symbol.dispose]();
  location.hash = '';
});

/** The list and the open ticket, of which only what draws it comes later. */
async function openDesk(otherwise: Partial<ReturnType<typeof aDeskTicket>['ticket']> = {}) {
  const whole = aDeskTicket();
  const served = { ...whole, ticket: { ...whole.ticket, ...otherwise } };
  const http = pretendHttp((asked) => {
    const path = asked.path.replace(/\?.*$/, '');
    if (path === '/api/desk/queue') return { body: QUEUE };
    if (asked.method !== 'GET' && !path.endsWith('/presence')) changes.push(asked);
    return path === `/api/desk/tickets/${NUMBER}` && isServed ? { body: served } : SILENCE;
  });
  location.hash = `#${NUMBER}`;
  const me = { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' } as const;
  desk = new DeskModel({ me, client: createDeskClient(http), router: new Router(), store: await openDeskStore() });
  await desk.lists.refresh();
  open = desk.open.peek() as OpenTicket;
  await expect.poll(() => open.ticket.ticket.peek() !== null).toBe(isServed);
  stopKeys = followKeys(desk);
  const { rerender } = render(<Shown how="coming" />);
  return (how: Parameters<typeof Shown>[0]['how']) => rerender(<Shown how={how} />);
}

/** The desk while what draws tickets is coming, did not come, or is there. */
function Shown({ how }: { how: 'coming' | 'failed' | 'there' }) {
  return (
    <>
      <ListPane model={desk} />
      {how === 'there' ? (
        <TicketPart model={desk} open={open} />
      ) : (
        <TicketComing model={desk} number={NUMBER} hasFailed={how === 'failed'} again={() => {}} />
      )}
    </>
  );
}

const press = (keys: string) => userEvent.keyboard(keys);
const focused = () => document.activeElement?.id;
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Treść/ });
const statusChanges = () => changes.filter(({ path }) => path.endsWith('/status')).map(({ body }) => body);

describe.each(['coming', 'failed'] as const)('while what draws tickets is %s', (how) => {
  test.each([
    ['r', 'reply'],
    ['n', 'note'],
  ] as const)(
    '%s begins a %s: what is typed next, letters of keys too, stands in its field once it is there',
    async (key, kind) => {
      const show = await openDesk();
      show(how);
      await press(`${key}nie ja`);
      expect([changes, focused()]).toEqual([[], 'ticket-heading']);
      show('there');
      expect([field().value, focused()]).toEqual(['nie ja', 'composer-text']);
      await press(' wcale');
      const { reply, note } = open.composer;
      expect({ reply: reply.peek(), note: note.peek() }).toEqual({ reply: '', note: '', [kind]: 'nie ja wcale' });
    },
  );

  test('j and k go to the neighbours of the open ticket, and Escape back to the list without a change', async () => {
    const show = await openDesk();
    show(how);
    await press('j');
    expect(focused()).toBe('row-1000023');
    await press('kk');
    expect(focused()).toBe('row-1000007');
    document.getElementById('ticket-heading')?.focus();
    await press('{Escape}');
    await expect.poll(() => desk.open.peek()).toBeNull();
    expect(changes).toEqual([]);
  });

  test('who went out of a reply by Escape before it was drawn has keys again, and no letter of them in it', async () => {
    const show = await openDesk();
    show(how);
    await press('r{Escape}');
    await expect.poll(() => desk.open.peek()).toBeNull();
    await press('j');
    expect(focused()).toBe('row-1000023');
    expect(open.composer.text.peek()).toBe('');
  });

  test('e solves a ticket that was read', async () => {
    const show = await openDesk({ waitingSince: null });
    show(how);
    await press('e');
    await expect.poll(statusChanges).toEqual([{ status: 'solved', seenMessages: 1 }]);
  });

  test('e does nothing to a ticket that was not read', async () => {
    isServed = false;
    const show = await openDesk();
    show(how);
    await press('e');
    expect([changes, open.composer.status.peek(), focused()]).toEqual([[], 'waiting-for-customer', 'ticket-heading']);
  });
});

test('the button that asks for it again gives the focus to the heading: what is typed then is a key, not lost on a button that is gone', async () => {
  const show = await openDesk();
  show('failed');
  screen.getByRole('button', { name: 'Spróbuj ponownie' }).focus();
  await press('{Enter}');
  expect(focused()).toBe('ticket-heading');
  show('coming');
  await press('rtak');
  show('there');
  expect([field().value, focused()]).toEqual(['tak', 'composer-text']);
});

describe('on a ticket that is drawn', () => {
  test('r and n take turns in the one field, each with its own text', async () => {
    const show = await openDesk();
    show('there');
    await press('rOdpisz');
    await press('{Escape}nZanotuj{Escape}');
    expect([open.composer.reply.peek(), open.composer.note.peek()]).toEqual(['Odpisz', 'Zanotuj']);
    await press('r');
    expect([field().value, focused()]).toEqual(['Odpisz', 'composer-text']);
  });

  test('e, while its customer waits, begins a reply that leaves it solved: nothing is changed before that goes', async () => {
    const show = await openDesk({ moves: ['in-progress'] });
    show('there');
    await press('e');
    expect([open.composer.status.peek(), focused(), changes]).toEqual(['solved', 'composer-text', []]);
    screen.getByRole('button', { name: `Potem: ${words.value.statuses.solved}` });
  });

  test('j and k begin at it', async () => {
    const show = await openDesk();
    show('there');
    await press('j');
    expect(focused()).toBe('row-1000023');
    await press('k');
    expect(focused()).toBe(`row-${NUMBER}`);
  });
});
