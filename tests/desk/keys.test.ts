import { afterEach, expect, test, vi } from 'vitest';
import { type Command, commandOf, onCtrlEnter } from '../../desk/keys/commands.ts';
import { turnLetters } from '../../desk/keys/letters.ts';

afterEach(() => document.body.replaceChildren());

/** What a key means when it is pressed on an element of this name. */
function pressed(key: string, on = 'p', init: KeyboardEventInit = {}): Command | null {
  const element = document.createElement(on);
  document.body.append(element);
  let command: Command | null = null;
  element.addEventListener('keydown', (event) => {
    command = commandOf(event);
  });
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
  return command;
}

test.each([
  ['j', 'next'],
  ['k', 'previous'],
  ['x', 'choose'],
  ['X', 'chooseTo'],
  ['r', 'reply'],
  ['n', 'note'],
  ['a', 'take'],
  ['p', 'phone'],
  ['/', 'search'],
  ['?', 'help'],
  ['Escape', 'back'],
])('%s means %s', (key, command) => {
  expect(pressed(key)).toBe(command);
});

test('behind the door of an ended session no key does anything, also in the moment in which Escape has closed it', () => {
  const door = document.createElement('dialog');
  door.className = 'door';
  document.body.append(door);
  for (const key of ['j', 'a', 'Escape']) expect(pressed(key)).toBeNull();
  door.remove();
  expect(pressed('Escape')).toBe('back');
});

test.each(['input', 'textarea', 'select'])('in a %s letters are letters, and Escape leads out', (field) => {
  expect(pressed('j', field)).toBeNull();
  expect(pressed('?', field)).toBeNull();
  expect(pressed('Escape', field)).toBe('back');
});

test('with Ctrl, Alt or Meta a key is the browser’s', () => {
  expect(pressed('r', 'p', { ctrlKey: true })).toBeNull();
  expect(pressed('a', 'p', { metaKey: true })).toBeNull();
  expect(pressed('n', 'p', { altKey: true })).toBeNull();
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  'while an input method composes, with %o, a key is its own',
  (init) => {
    for (const key of ['Escape', 'j', '?', '/']) expect(pressed(key, 'p', init)).toBeNull();
    expect(pressed('Escape', 'textarea', init)).toBeNull();
    const send = vi.fn();
    onCtrlEnter(send)(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, ...init }));
    expect(send).not.toHaveBeenCalled();
  },
);

test('Enter is the link’s own, and other letters are nobody’s', () => {
  expect(pressed('Enter', 'a')).toBeNull();
  expect(pressed('q')).toBeNull();
});

test('who turned single letters off keeps Escape', () => {
  turnLetters(false);
  expect([pressed('a'), pressed('?'), pressed('/'), pressed('Escape')]).toEqual([null, null, null, 'back']);
  turnLetters(true);
  expect(pressed('a')).toBe('take');
});
