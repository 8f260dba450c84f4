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

test('numbers of tickets lead to them, telephone numbers and e-mail addresses to programs', () => {
  const text =
    'To samo co 1000015, nie 1000016. Proszę pisać na **biuro@sklep.pl** albo dzwonić: 602 140 318 (nr 1000028).';
  render(<Letter text={text} />);
  const links = screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.getAttribute('target')]);
  expect(links).toEqual([
    ['#1000015', null],
    ['mailto:biuro@sklep.pl', '_blank'],
    ['tel:+48602140318', '_blank'],
    ['#1000028', null],
  ]);
});

test('a list is one, with the dashes and numbers that were typed; the signs of bold are not shown', () => {
  const { container } = render(<Letter text={'Proszę **sprawdzić**:\n1. adres\n2. **hasło**\n\n- a\nDziękuję'} />);
  expect(screen.getAllByRole('list').map((list) => list.textContent)).toEqual(['1. adres\n2. hasło\n', '- a\n']);
  expect([...container.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual([
    'sprawdzić',
    'hasło',
  ]);
});
