import type { Store } from './open.ts';

/** Waits until no other transaction holds this name. */
export async function takeTurn(_transaction: Store, _name: string): Promise<void> {}
