import { actions } from './pl/actions.ts';
import { answering } from './pl/answering.ts';
import { door } from './pl/door.ts';
import { keys } from './pl/keys.ts';
import { lists } from './pl/lists.ts';
import { names } from './pl/names.ts';
import { page } from './pl/page.ts';
import { shop } from './pl/shop.ts';
import { ticket } from './pl/ticket.ts';

/** All texts of the desk in Polish; the only place where failures become words. */
export const pl = {
  ...page,
  ...door,
  ...lists,
  ...ticket,
  ...actions,
  ...answering,
  ...shop,
  ...names,
  ...keys,
};

export type Words = typeof pl;
