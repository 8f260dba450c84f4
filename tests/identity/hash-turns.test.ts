import { expect, test } from 'vitest';
import { createHashTurns, HashingOverloaded } from '../../src/identity/hash-turns.ts';

/** A process whose hashes end when the test says so. */
function aProcess() {
  const takeTurn = createHashTurns();
  const atWork: { name: string; end: () => void }[] = [];
  const begun: string[] = [];
  /** Asks for a turn; false when there was no place. */
  function ask(name: string, caller: 'known' | 'stranger' = 'stranger'): Promise<boolean> {
    const work = () =>
      new Promise<boolean>((resolve) => {
        begun.push(name);
        atWork.push({ name, end: () => resolve(true) });
      });
    return takeTurn(caller, work).catch((error: unknown) => {
      expect(error).toBeInstanceOf(HashingOverloaded);
      return false;
    });
  }
  /** Ends what is at work, and goes on until nothing is. */
  async function finish(): Promise<void> {
    while (atWork.length > 0) {
      atWork.shift()?.end();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { ask, begun, finish };
}

const times = (count: number, ask: (index: number) => Promise<boolean>) =>
  Array.from({ length: count }, (_, index) => ask(index));
const placesOf = async (asked: Promise<boolean>[]) => (await Promise.all(asked)).filter(Boolean).length;

test('two hashes are at work, strangers may wait in sixteen places, and the next is refused at once', async () => {
  const { ask, begun, finish } = aProcess();
  const asked = times(40, (index) => ask(`stranger ${index}`));
  expect(await Promise.all(asked.slice(18))).toEqual(Array(22).fill(false));
  expect(begun).toEqual(['stranger 0', 'stranger 1']);
  await finish();
  expect(await placesOf(asked)).toBe(18);
});

test('whom we know goes first, and finds a place where strangers do not; twenty wait in all', async () => {
  const { ask, begun, finish } = aProcess();
  const strangers = times(40, (index) => ask(`stranger ${index}`));
  const known = times(10, (index) => ask(`known ${index}`, 'known'));
  expect(await Promise.all(known.slice(4))).toEqual(Array(6).fill(false));
  await finish();
  expect(begun.slice(2, 6)).toEqual(['known 0', 'known 1', 'known 2', 'known 3']);
  expect(await placesOf([...strangers, ...known])).toBe(22);
});

test('a hash that fails gives its turn on', async () => {
  const takeTurn = createHashTurns();
  const fail = () => takeTurn('stranger', () => Promise.reject(new Error('no memory')));
  const failures = await Promise.allSettled(Array.from({ length: 10 }, fail));
  expect(failures.map(({ status }) => status)).toEqual(Array(10).fill('rejected'));
  expect(await takeTurn('stranger', async () => 'done')).toBe('done');
});
