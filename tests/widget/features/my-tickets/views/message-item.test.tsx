import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { MessageItem } from '../../../../../widget/features/my-tickets/views/MessageItem.tsx';
import { aMessage } from '../../../../support/widget-threads.ts';

test('an address in a reply is a link that tells nobody where it was pressed, and all else is text', () => {
  const text = '<b>Zob.</b> https://www.sklep.example/pomoc?id=5, nie javascript:alert(1)';
  render(<MessageItem message={aMessage(2, { text })} isUnread={false} readAttachment={async () => null} />);
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links.map(({ href, target, rel }) => [href, target, rel])).toEqual([
    ['https://www.sklep.example/pomoc?id=5', '_blank', 'noopener noreferrer'],
  ]);
  expect(links[0]?.parentElement?.textContent).toBe(text);
  expect(document.querySelector('b')).toBeNull();
});
