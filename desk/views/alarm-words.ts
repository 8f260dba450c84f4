import { label } from '../../browser/lists.ts';
import type { Alarm } from '../models/alarms-model.ts';
import { words } from '../words/words.ts';

/** What happened, in one sentence without its end. */
export function alarmWords({ kind, shop }: Alarm): string {
  const what = label(words.value.alarmKinds, kind);
  return shop ? `${shop.name}: ${what}` : what;
}
