import { randomNumbers } from '../support/random-numbers.ts';

/** Choices that are the same each time for a seed. */
export interface Random {
  /** a whole number below this one */
  below: (most: number) => number;
  /** whether something happens that happens so often */
  chance: (share: number) => boolean;
  /** one of a list that is not empty */
  pick: <Item>(items: readonly Item[]) => Item;
}

export function random(seed: number): Random {
  const next = randomNumbers(seed);
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    chance: (share) => next() < share,
    pick: <Item>(items: readonly Item[]) => items[below(items.length)] as Item,
  };
}
