// biome-ignore-all lint/correctness/noEmptyPattern: Vitest reads from the pattern which others a fixture needs.

import { test as base } from 'vitest';
import { collectingTerminal } from './collecting-terminal.ts';
import { aCustomer, type Customer } from './customer.ts';
import { type Service, service, temporaryStore } from './service.ts';

/** What a test may ask for by name; each test gets its own, made when it asks, and discarded after it. */
export interface Fixtures {
  /** the whole service */
  api: Service;
  /** somebody who opened a ticket of that service */
  customer: Customer;
  /** a store alone, without shops */
  temporary: Awaited<ReturnType<typeof temporaryStore>>;
  /** where commands write */
  terminal: ReturnType<typeof collectingTerminal>;
}

/** Vitest's `test` with the fixtures of the service's tests. */
export const test = base.extend<Fixtures>({
  api: async ({}, use) => {
    const api = await service();
    await use(api);
    await api.discard();
  },
  customer: async ({ api }, use) => use(await aCustomer(api)),
  temporary: async ({}, use) => {
    const temporary = await temporaryStore();
    await use(temporary);
    await temporary.discard();
  },
  terminal: async ({}, use) => use(collectingTerminal()),
});
