import type { Facts } from '../facts.ts';
import { readFacts as readAtOnce } from '../read-facts.ts';

/**
 * Reads what a page and the frames of its origin say about the shop: each fact that is said once, or everywhere alike.
 * What is said in two ways, and a page too long to be read whole, is left out: asking is better than helping the wrong
 * shop. It says nothing about trust: whoever can write on the page can write these.
 */
export async function readFacts(page: Document): Promise<Facts> {
  return readAtOnce(page.body);
}
