import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { ticketWords } from '#words/my-tickets.ts';
import type { Attachment, Message } from '../../../../../src/contract/tickets/message.ts';
import { MessageItem } from '../../../../../widget/features/my-tickets/views/MessageItem.tsx';
import { aMessage } from '../../../../support/widget-threads.ts';

test('an address in a reply is a link that tells nobody where it was pressed, and all else is text', () => {
  const text = '<b>Zob.</b> https://www.sklep.example/pomoc?id=5, nie javascript:alert(1)';
  render(
    <MessageItem message={aMessage(2, { text })} me={undefined} isUnread={false} readAttachment={async () => null} />,
  );
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
    ['https://www.sklep.example/pomoc?id=5', '_blank', 'noopener noreferrer'],
  ]);
  expect(links[0]?.parentElement?.textContent).toBe(text);
  expect(document.querySelector('.letter b')).toBeNull();
});

test.each([
  ...Object.entries(ticketWords.withheld),
  ['freed', ticketWords.notDownloaded],
  ['scan-failed', ticketWords.notDownloaded],
  ['of-a-newer-service', ticketWords.notDownloaded],
])('a file that is %s is named with the reason, and not offered', (hindrance, reason) => {
  const file = { id: 'f', name: 'start.bat.txt', type: 'text/plain', bytes: 12, hindrance };
  const message = aMessage(1, { attachments: [file as Attachment] });
  const { container } = render(
    <MessageItem message={message} me={undefined} isUnread={false} readAttachment={async () => null} />,
  );
  expect(container.querySelector('.attached')?.textContent).toBe(`start.bat.txt: ${reason}`);
  expect(screen.queryByRole('button')).toBeNull();
});

test.each<[string, Partial<Message>, string | undefined, string, boolean]>([
  ['an agent with a name', { author: 'Marek' }, 'Anna', 'Marek', true],
  ['an agent without a name', { author: null }, 'Anna', ticketWords.support, true],
  ['who looks at it', { from: 'customer', author: 'Anna' }, 'Anna', ticketWords.you, false],
  ['whoever wrote without a name', { from: 'customer', author: null }, 'Anna', ticketWords.you, false],
  ['somebody else of the shop', { from: 'customer', author: 'Jerzy' }, 'Anna', 'Jerzy', false],
])('a message says who wrote it: %s', (_, otherwise, me, author, hasInitial) => {
  const message = aMessage(2, otherwise);
  const { container } = render(
    <MessageItem message={message} me={me} isUnread={false} readAttachment={async () => null} />,
  );
  expect(container.querySelector('strong')?.textContent).toBe(author);
  expect(container.querySelector('.initial')?.textContent).toBe(hasInitial ? author[0] : undefined);
});
