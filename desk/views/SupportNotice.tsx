import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { ShopRow } from '../../src/contract/desk/shop-row.ts';
import { dayInWords } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Icon } from './icons.tsx';

/** The support of a shop, in words and with an icon: until when it runs, or its last day. */
export function SupportNotice({ support }: { support: ShopRow['support'] }): JSX.Element {
  const w = words.value;
  const { daysLeft } = support;
  const isActive = support.state === 'active';
  return (
    <p class={isActive ? 'notice good with-sign' : 'notice warn with-sign'}>
      <Icon of={isActive ? 'check' : 'warn'} />
      <span>
        <strong>
          {w.support}: {supportState(support)}
        </strong>{' '}
        {supportDays(support)}
        {isActive && daysLeft !== null && ` (${w.daysLeft(daysLeft)})`}
      </span>
    </p>
  );
}

/** What state the support of a shop is in; before its first day it is not over. */
export function supportState({ state, firstDay }: ShopRow['support']): string {
  const { notBegun, supportStates } = words.value;
  return firstDay ? notBegun : label(supportStates, state);
}

/** „do 14 marca 2027”, or „– ostatni dzień: 28 lutego 2026” when it is over; „5 grudnia 2026” when it is to begin. */
export function supportDays({ state, lastDay, firstDay }: ShopRow['support']): string | null {
  const w = words.value;
  if (firstDay) return dayInWords(firstDay, w.locale);
  const day = lastDay && dayInWords(lastDay, w.locale);
  return day && (state === 'active' ? w.untilDay(day) : w.lastDay(day));
}
