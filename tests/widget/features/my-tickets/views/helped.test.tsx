import { signal } from '@preact/signals';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ticketWords as words } from '#words/my-tickets.ts';
import type { Ticket } from '../../../../../src/contract/tickets/read-ticket.ts';
import type { ReplyModel } from '../../../../../widget/features/my-tickets/models/reply-model.ts';
import { Helped, mayHaveHelped } from '../../../../../widget/features/my-tickets/views/Helped.tsx';
import { aMessage, aThread } from '../../../../support/widget-threads.ts';

afterEach(cleanup);

const ANSWERED = aThread({ status: 'waiting-for-customer', messages: [aMessage(1), aMessage(2)] });

function aReply({ text = '', sending = { state: 'draft' } as unknown, move = async () => {} } = {}) {
  return { text: signal(text), sending: signal(sending), move } as unknown as ReplyModel;
}

test.each<[string, Partial<Ticket>, { text?: string; sending?: unknown }, string, boolean]>([
  ['our answer waits for the customer', {}, {}, '', true],
  ['the customer wrote last', { messages: [aMessage(1)] }, {}, '', false],
  ['we look into it', { status: 'in-progress' }, {}, '', false],
  ['it is solved', { status: 'solved', moves: ['in-progress'] }, {}, '', true],
  [
    'it is solved, and they wrote thanks',
    {
      status: 'solved',
      moves: ['in-progress'],
      messages: [aMessage(1), aMessage(2), aMessage(3, { from: 'customer' })],
    },
    {},
    '',
    true,
  ],
  [
    'it is solved, and they said that it helped',
    { status: 'solved', moves: ['in-progress'], helped: true },
    {},
    '',
    false,
  ],
  [
    'it is solved without a word of ours',
    { status: 'solved', moves: ['in-progress'], messages: [aMessage(1)] },
    {},
    '',
    false,
  ],
  ['it is closed', { status: 'closed', moves: ['in-progress'] }, {}, '', false],
  ['what came by another ticket moves nothing', { moves: [] }, {}, '', false],
  ['something is being written', {}, { text: 'Nadal' }, '', false],
  ['a reply is on its way', {}, { sending: { state: 'sending', entry: { kind: 'message' } } }, '', false],
  [
    'the answer to the question is on its way',
    {},
    { sending: { state: 'sending', entry: { kind: 'status' } } },
    '',
    true,
  ],
  ['it did not help', {}, {}, '1000015-2', false],
  ['an earlier answer did not help', {}, {}, '1000015-1', true],
])('%s: asked or not', (_, otherwise, of, dismissed, isAsked) => {
  expect(mayHaveHelped({ ...ANSWERED, ...otherwise }, aReply(of), dismissed)).toBe(isAsked);
});

test('“yes” solves the ticket, once, and the focus goes to its heading when the question goes', async () => {
  const move = vi.fn(() => new Promise<void>(() => {}));
  const reply = aReply({ move });
  const isAsked = signal(true);
  const Page = () => (
    <>
      <h1 tabIndex={-1} data-landing>
        Tytuł
      </h1>
      {isAsked.value && <Helped reply={reply} onNo={() => {}} />}
    </>
  );
  render(<Page />);
  expect(screen.getByRole('group', { name: words.helped })).toBeTruthy();
  const yes = screen.getByRole('button', { name: words.yes });
  await userEvent.click(yes);
  await userEvent.keyboard('{Enter}');
  expect(move).toHaveBeenCalledExactlyOnceWith('solved');
  expect(document.activeElement).toBe(yes);
  isAsked.value = false;
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('heading'));
});
