import { useModel } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../../words/words.ts';
import type { PageProps } from '../page-props.ts';
import { CallForm } from './CallForm.tsx';
import { createPhoneClient } from './phone-client.ts';
import { PhoneModel } from './phone-model.ts';
import { TakenNotice } from './TakenNotice.tsx';

/** The page on which an agent writes a ticket down: of a call (R10), or of anything else on behalf of a shop. */
export function PhonePage({ model: desk, http }: PageProps): JSX.Element {
  const model = useModel(() => {
    const client = createPhoneClient(http);
    return new PhoneModel({
      client: {
        ...client,
        // A call is tried again after this page is gone, and goes only as who wrote it down.
        open: (key, body) => desk.asWriter(() => client.open(key, body), { outcome: 'signed-out' }),
      },
      agent: desk.me.peek().id,
      store: desk.store,
      isShown: () => desk.router.route.peek().page === 'phone',
      onOpened: desk.openTaken,
    });
  });
  useEffect(() => void model.refresh(), []);
  return (
    <>
      <p class="muted">{words.value.phone.lead}</p>
      <TakenNotice model={model} />
      <CallForm model={model} />
    </>
  );
}
