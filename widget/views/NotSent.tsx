import type { JSX } from 'preact';
import type { PanelModel } from '../models/panel-model.ts';
import { failureInWords, words } from '../words/pl/panel.ts';
import { EmailWayOut } from './EmailWayOut.tsx';
import { rareViews } from './rare.ts';

/** Why the ticket was not sent, and the ways out; the text stands below, in the form. */
export function NotSent({ model }: { model: PanelModel }): JSX.Element | null {
  const now = model.submission.value;
  if (now.state !== 'not-sent') return null;
  const views = now.code === 'shop-unrecognised' && rareViews(model);
  return (
    <div class="notice bad" role="alert" tabIndex={-1} data-landing>
      <p>
        <strong>{words.notSent}</strong> {failureInWords(now.code, model.transport.value?.endings)}
      </p>
      {views && <views.CorrectShop model={model} />}
      <EmailWayOut model={model} />
    </div>
  );
}
