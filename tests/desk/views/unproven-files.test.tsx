import { render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { MessageItem } from '../../../desk/views/MessageItem.tsx';
import { chooseLanguage, words } from '../../../desk/words/words.ts';
import { FILE_HINDRANCES, type FileHindrance } from '../../../src/contract/lists.ts';
import { aMessage } from '../a-desk-ticket.ts';

const FILE = { id: 'f', name: 'start.bat.txt', type: 'text/plain', bytes: 12 };

function show(
  isUnproven: boolean,
  { kind = 'customer' as const, hindrance }: { kind?: 'customer' | 'agent'; hindrance?: FileHindrance } = {},
) {
  const message = aMessage(1, { kind, attachments: [{ ...FILE, ...(hindrance && { hindrance }) }] });
  const nothing = { now: 0, isUnseenByReply: false, isSeenByCustomer: false };
  render(
    <MessageItem
      {...nothing}
      message={message}
      channel="form"
      isUnproven={isUnproven}
      mail={null}
      letters={[]}
      resend={() => undefined}
      readAttachment={async () => null}
    />,
  );
}

afterEach(() => chooseLanguage('pl'));

describe.each(['pl', 'en'] as const)('in %s', (code) => {
  test('whoever is about to open a file of a sender who is not proven is told, by eye and by ear', async () => {
    await chooseLanguage(code);
    show(true);
    const caution = screen.getByText(words.value.unprovenFiles);
    const link = screen.getByRole('link');
    expect(link.getAttribute('aria-describedby')).toBe(caution.id);
    expect(caution.compareDocumentPosition(link)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test.each(FILE_HINDRANCES)('a file that is %s is named and not offered', async (hindrance) => {
    await chooseLanguage(code);
    show(true, { hindrance });
    screen.getByText(FILE.name);
    screen.getByText(words.value.hindrances[hindrance], { normalizer: (text) => text });
    expect([screen.queryByRole('link'), screen.queryByText(words.value.unprovenFiles)]).toEqual([null, null]);
  });
});

test('nothing is said of the files of a proven sender, nor of our own', () => {
  show(false);
  show(true, { kind: 'agent' });
  expect(screen.getAllByRole('link')).toHaveLength(2);
  expect(screen.queryByText(words.value.unprovenFiles)).toBeNull();
});
