import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askPassword } from '../../src/commands/ask-password.ts';

/** Asks, and types or pipes as told; `isTTY` as a terminal has it. */
async function ask(isTTY: boolean, typed: string): Promise<{ password: string | null; shown: string }> {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  const answer = askPassword({ input, output });
  input.end(typed);
  const password = await answer;
  output.end();
  return { password, shown: (await output.toArray()).join('') };
}

test('on a terminal it is asked for twice, and nothing of it is shown', async () => {
  expect(await ask(true, 'konik na biegunach\rkonik na biegunach\r')).toEqual({
    password: 'konik na biegunach',
    shown: 'Hasło: \nPowtórz hasło: \n',
  });
});

test('a slip is taken back by the backspace, as everywhere', async () => {
  expect((await ask(true, 'koniz\u007fk na\rkonik na\r')).password).toBe('konik na');
});

test('two that are not the same are none', async () => {
  expect((await ask(true, 'konik na biegunach\rkonik na biegunac\r')).password).toBeNull();
});

test.each([
  ['Ctrl+C', 'konik\u0003'],
  ['Ctrl+D', '\u0004'],
  ['Ctrl+C at the second question', 'konik na biegunach\rkonik\u0003'],
])('%s ends it without a password', async (_, typed) => {
  expect((await ask(true, typed)).password).toBeNull();
});

test.each([
  ['a line', 'żółta łódka\n', 'żółta łódka'],
  ['a line of Windows', 'żółta łódka\r\n', 'żółta łódka'],
  ['a line without its end', 'żółta łódka', 'żółta łódka'],
  ['the first of two lines', 'żółta łódka\nreszta\n', 'żółta łódka'],
  ['spaces around it, which belong to it', ' żółta łódka \n', ' żółta łódka '],
  ['nothing', '', null],
])('piped in is %s', async (_, typed, password) => {
  expect(await ask(false, typed)).toEqual({ password, shown: '' });
});
