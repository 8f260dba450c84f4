import { pl as blocks } from '../pages/blocks/words/pl.ts';
import { pl as factors } from '../pages/factors/words/pl.ts';
import { pl as incidents } from '../pages/incidents/words/pl.ts';
import { pl as journal } from '../pages/journal/words/pl.ts';
import { pl as macros } from '../pages/macros/words/pl.ts';
import { pl as phone } from '../pages/phone/words/pl.ts';
import { pl as reports } from '../pages/reports/words/pl.ts';
import { pl as sessions } from '../pages/sessions/words/pl.ts';
import { pl as settings } from '../pages/settings/words/pl.ts';
import { pl as shops } from '../pages/shops/words/pl.ts';
import { actions } from './pl/actions.ts';
import { alarms } from './pl/alarms.ts';
import { answering } from './pl/answering.ts';
import { door } from './pl/door.ts';
import { keys } from './pl/keys.ts';
import { lists } from './pl/lists.ts';
import { names } from './pl/names.ts';
import { page } from './pl/page.ts';
import { shop } from './pl/shop.ts';
import { ticket } from './pl/ticket.ts';

/** All texts of the desk in Polish, those of a page under its name; the only place where failures become words. */
export const pl = {
  ...page,
  ...door,
  ...lists,
  ...ticket,
  ...actions,
  ...answering,
  ...alarms,
  ...shop,
  ...names,
  ...keys,
  blocks,
  factors,
  incidents,
  journal,
  macros,
  phone,
  reports,
  sessions,
  settings,
  shops,
};

export type Words = typeof pl;
