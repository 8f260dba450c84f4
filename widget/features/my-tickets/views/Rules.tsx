import type { JSX } from 'preact';
import { versionInWords } from '#words/advice.ts';
import { dayInWords } from '#words/dates.ts';
import { lazyWords } from '#words/lazy-views.ts';
import { bind, words } from '#words/panel.ts';
import { rulesWords } from '#words/rules.ts';
import { sendingWords } from '#words/sending.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import type { ViewProps } from '../../../panel.ts';
import { isPromised } from '../../ticket-form/models/is-promised.ts';

type Topics = ShopStatus['topics'];

/** The rules of support for this shop: what is covered, what is not, and how to ask. */
export function Rules({ panel }: ViewProps): JSX.Element {
  const status = panel.shop.status.value;
  const topics = status?.topics ?? [];
  const ruled = (rule: RegExp, isCovered: boolean) =>
    topics.filter((topic) => topic.covered === isCovered && rule.test(topic.rule ?? ''));

  /** Returns to the form, with the focus on the link that led here. */
  function back({ currentTarget }: { currentTarget: HTMLElement }): void {
    const root = currentTarget.getRootNode() as ShadowRoot;
    setTimeout(() => root.querySelector<HTMLElement>('[data-rules]')?.focus());
    panel.navigate('');
  }

  return (
    <div class="form">
      <p>
        <button type="button" class="link" onClick={back}>
          {words.resume}
        </button>
      </p>
      <h2 tabIndex={-1} data-landing>
        {lazyWords.rules}
      </h2>
      <p>
        {status?.support.lastDay && `${lazyWords.until} ${dayInWords(status.support.lastDay)}. `}
        {isPromised(status, '') && bind(`${lazyWords.promise} `)}
        {bind(rulesWords.oneDomain)} {status?.version?.behind && bind(versionInWords(status.version))}
      </p>
      <Group heading={lazyWords.covered} topics={ruled(/^C|R10/, true)} />
      <Group heading={rulesWords.always} topics={ruled(/A2|R4/, true)} />
      <Group heading={lazyWords.outside} topics={ruled(/^[CN]/, false)} />
      <h3>{rulesWords.channels}</h3>
      <p>{bind(sendingWords.panelFirst)}</p>
      <p>
        {bind(rulesWords.others)} <a href={`mailto:${panel.emailAddress()}`}>{panel.emailAddress()}</a>
      </p>
      <p>
        {bind(rulesWords.phone)}{' '}
        {status?.emergencyPage && <a href={status.emergencyPage}>{bind(rulesWords.emergency)}</a>}
      </p>
      {status?.contacts.rules && <a href={status.contacts.rules}>{rulesWords.full}</a>}
    </div>
  );
}

function Group({ heading, topics }: { heading: string; topics: Topics }): JSX.Element | null {
  if (!topics[0]) return null;
  return (
    <div class="notice">
      <h3>{heading}</h3>
      <ul class="tickets">
        {topics.map(({ id, label, note }) => (
          <li key={id}>
            {note ? <strong>{label}</strong> : label} {note}
          </li>
        ))}
      </ul>
    </div>
  );
}
