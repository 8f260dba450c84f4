import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { Letter } from '../../../desk/views/Letter.tsx';

test('an address that somebody wrote opens beside the desk, and learns nothing of it; markup stays text', () => {
  const text = 'Tu: https://sklep.pl/a. <img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a>';
  const { container } = render(<Letter text={text} />);
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links.map(({ href, target, rel, textContent }) => [href, target, rel, textContent])).toEqual([
    ['https://sklep.pl/a', '_blank', 'noopener noreferrer', 'https://sklep.pl/a'],
  ]);
  expect([container.textContent, container.querySelector('img')]).toEqual([text, null]);
});
