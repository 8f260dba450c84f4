import { en as blocks } from '../pages/blocks/words/en.ts';
import { en as factors } from '../pages/factors/words/en.ts';
import { en as incidents } from '../pages/incidents/words/en.ts';
import { en as journal } from '../pages/journal/words/en.ts';
import { en as macros } from '../pages/macros/words/en.ts';
import { en as phone } from '../pages/phone/words/en.ts';
import { en as reports } from '../pages/reports/words/en.ts';
import { en as sessions } from '../pages/sessions/words/en.ts';
import { en as settings } from '../pages/settings/words/en.ts';
import { en as shops } from '../pages/shops/words/en.ts';
import { actions } from './en/actions.ts';
import { alarms } from './en/alarms.ts';
import { answering } from './en/answering.ts';
import { door } from './en/door.ts';
import { keys } from './en/keys.ts';
import { lists } from './en/lists.ts';
import { names } from './en/names.ts';
import { page } from './en/page.ts';
import { shop } from './en/shop.ts';
import { ticket } from './en/ticket.ts';
import type { Words } from './pl.ts';

/** Every text of the desk in English. */
export const en: Words = {
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
