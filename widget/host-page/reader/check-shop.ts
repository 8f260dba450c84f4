import type { Facts } from '../facts.ts';
import { forgetShop, rememberShop } from '../known-shop.ts';

/** What this page has asked about: a page that changes is read again, and one that had no answer waits for the next page. */
let asked = '';

/** Where this tab has the pairs that were refused, a line each behind an empty one: none is asked about again. */
const REFUSED = 'pomoc.refused';

/** So many are refused for another to be asked about: the service counts by address of the network, which an office shares. */
const MOST = 5;

/**
 * Asks the service about what facts say of a shop, and remembers what it recognises. Without a library, as pages without
 * any panel in sight ask. Without storage nobody is asked: nothing could be kept. It is always asked about the page's own
 * address, never about the one that the page shows: of two shops on one host it then finds the one in whose path the page
 * lies, and no other.
 * @param installUrl the page's own address, as far as the directory where the facts were read
 * @param directory to remember it for
 * @returns whether they stand for no shop; `undefined` also when nobody was asked, or it did not say
 */
export async function checkShop(
  api: string,
  facts: Facts,
  installUrl: string,
  directory: string,
): Promise<boolean | undefined> {
  const { supportNumber } = facts;
  if (!supportNumber) return true;
  const body = JSON.stringify({ supportNumber, installUrl });
  try {
    const refused: string = sessionStorage[REFUSED] || '';
    if (refused.split('\n')[MOST] || (asked + refused).includes(body)) return undefined;
    asked += body;
    const response = await fetch(`${api}/api/v1/shop-status`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const { support, origin } = response.ok && (await response.json());
    if (support.state.startsWith('unrecognised') || origin === 'other-shop') {
      sessionStorage[REFUSED] = `${refused}\n${body}`;
      return true;
    }
    rememberShop(directory, { ...facts, installUrl }, 'recognised');
  } catch {
    // no answer, or not the service's
  }
}

/** Checks what an earlier release remembered unchecked: what stands for no shop is forgotten. */
export async function checkKept(...[api, facts, installUrl, directory]: Parameters<typeof checkShop>): Promise<void> {
  if (await checkShop(api, facts, installUrl, directory)) forgetShop(directory);
}
