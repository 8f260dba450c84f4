import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Answer } from '../../../../../browser/http.ts';
import type { Ticket } from '../../../../../src/contract/tickets/read-ticket.ts';
import type { ReplyModel } from '../../../../../widget/features/my-tickets/models/reply-model.ts';
import { type ThreadDeps, ThreadModel } from '../../../../../widget/features/my-tickets/models/thread-model.ts';
import { ThreadView } from '../../../../../widget/features/my-tickets/views/ThreadView.tsx';
import { ticketWords as words } from '../../../../../widget/words/pl/my-tickets.ts';
import { aMessage, aThread, NOT_FOUND, ok } from '../../../../support/widget-threads.ts';

/** A thread that the service answers for so, one after another. */
function aThreadOf(answers: Answer<Ticket>[], otherwise: Partial<ThreadDeps> = {}): ThreadModel {
  return new ThreadModel({
    number: '1000015',
    client: {
      readTicket: async () => answers.shift() ?? { outcome: 'unchanged' },
      markSeen: async () => ok(null),
      readAttachment: async () => NOT_FOUND,
    },
    withCredentials: (_number, ask) => ask('t'),
    announce() {},
    onSeen() {},
    ...otherwise,
  });
}

function show(thread: ThreadModel): void {
  const reply = {
    text: signal(''),
    lengthError: signal(undefined),
    sending: signal({ state: 'draft' }),
    files: signal(undefined),
    resume() {},
    edit() {},
  } as unknown as ReplyModel;
  render(<ThreadView number="1000015" Title="h2" thread={thread} reply={reply} />);
}

test('who does not want to wait for an hour, as the service asks, reads a thread by a press', async () => {
  const answers: Answer<Ticket>[] = [{ outcome: 'unanswered', retryAfter: 3600 }, ok(aThread())];
  show(aThreadOf(answers));
  await userEvent.click(await screen.findByRole('button', { name: words.tryNow }));
  expect(await screen.findByRole('heading', { name: aThread().subject })).toBeTruthy();
  expect(screen.queryByRole('button', { name: words.tryNow })).toBeNull();
});

describe('a reply that just came', () => {
  const open = () => {
    const messages = [aMessage(1), aMessage(2, { text: 'Już działa', at: new Date().toISOString() })];
    const client = {
      readTicket: async () => ok(aThread({ messages, seenMessages: 2 })),
      markSeen: vi.fn(async () => ok(null)),
      readAttachment: async () => NOT_FOUND,
    };
    show(aThreadOf([], { client, written: async () => 'k'.repeat(22) }));
    return client.markSeen;
  };
  const attended = ['1000015', 't', 2, 'k'.repeat(22)];

  test.each<[string, () => Promise<unknown>]>([
    ['is pressed', () => userEvent.click(screen.getByText('Już działa'))],
    ['is typed in', () => userEvent.type(screen.getByRole('textbox'), 'D')],
    ['is scrolled', async () => fireEvent.wheel(screen.getByText('Już działa'))],
  ])('is told to be read by who wrote, when its thread %s', async (_, use) => {
    const markSeen = open();
    await screen.findByText('Już działa');
    expect(markSeen).not.toHaveBeenCalled();
    await use();
    await expect.poll(() => markSeen.mock.calls).toEqual([attended]);
  });

  test('is not told to be read in a window without the focus', async () => {
    const markSeen = open();
    await screen.findByText('Już działa');
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    fireEvent.wheel(screen.getByText('Już działa'));
    expect(hasFocus).toHaveBeenCalled();
    expect(markSeen).not.toHaveBeenCalled();
  });
});
