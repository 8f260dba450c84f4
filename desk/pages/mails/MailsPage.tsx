import type { JSX } from 'preact';
import { LISTED_FATES } from '../../../src/contract/desk/mails.ts';
import type { PageProps } from '../page-props.ts';
import { LetterView } from './LetterView.tsx';
import { MailsList } from './MailsList.tsx';

/** Letters that came in and are no tickets: those of one fate, as `#/mails/set-aside`, or one of them, as `#/mails/12`. */
export function MailsPage({ model, http, id }: PageProps): JSX.Element {
  if (id !== null && /^\d{1,9}$/.test(id)) return <LetterView key={id} model={model} http={http} id={Number(id)} />;
  const fate = LISTED_FATES.find((one) => one === id) ?? 'waits';
  return <MailsList key={fate} model={model} http={http} fate={fate} />;
}
