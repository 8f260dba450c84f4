import type { JSX } from 'preact';
import { bind } from '#words/panel.ts';
import { sendingWords as words } from '#words/sending.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import { PhoneLink } from '../../../controls/PhoneLink.tsx';

/** The telephone of an outage that is not sent, and its hours (R10). Nothing where no telephone is known. */
export function CallUs({ contacts, opening }: Partial<Pick<ShopStatus, 'contacts' | 'opening'>>): JSX.Element | null {
  const phone = contacts?.phone;
  if (!phone) return null;
  return (
    <p>
      {bind(words.call)} <PhoneLink phone={`${phone}`} />. {opening && `${words.hours} ${opening.text}.`}
    </p>
  );
}
