import { signal } from '@preact/signals';
import type { JSX, TargetedMouseEvent } from 'preact';
import { adviceWords as words } from '#words/advice.ts';
import { momentInWords } from '#words/dates.ts';
import { bind } from '#words/panel.ts';
import type { NoticeKind, Topic } from '../../../src/contract/lists.ts';
import { Linked } from '../../controls/Linked.tsx';
import { hasFlag, setFlag } from '../../host-page/flags.ts';
import { isAdvised } from '../../host-page/is-advised.ts';
import { hasText } from '../../outbox/draft.ts';
import type { Panel } from '../../panel.ts';

/**
 * The style of a notice, and the topic of a ticket about it; news of a version has none. Every shop may report a
 * security hole (A2).
 */
const KINDS: Record<NoticeKind, { className: string; topic?: Topic }> = {
  incident: { className: 'notice warn', topic: 'running' },
  advisory: { className: 'notice bad', topic: 'security' },
  update: { className: 'notice' },
};

/** Ids of notices hidden on this page; later pages read their flags. */
const hidden = signal<string[]>([]);

/**
 * The vendor's active notices: only from a fresh response, since stored ones may have ended. Until there is one, that there is
 * an advisory for this version, as the loader knows.
 */
export function Notices({ panel }: { panel: Pick<Panel, 'shop' | 'draft' | 'edit' | 'office'> }): JSX.Element {
  const { last, isFresh } = panel.shop.statusState.value;
  const { about, topic } = panel.draft.value;
  const told =
    (isFresh && last?.status.notices.filter(({ id }) => !hidden.value.includes(id) && !hasFlag('hidden', id))) || [];

  /** The pressed button is removed: the focus moves to where work continues, unless the form is sent. */
  const button = (label: string, title: string, act: () => unknown, className?: string) => (
    <button
      type="button"
      class={className}
      aria-label={`${label}: ${title}`}
      onClick={({ currentTarget: { form } }: TargetedMouseEvent<HTMLButtonElement>) => {
        const field = (act() ?? 'description') as string;
        if (field) (form?.elements.namedItem(field) as HTMLElement | null)?.focus();
        else form?.requestSubmit();
      }}
    >
      {label}
    </button>
  );

  /**
   * Fills in an empty form; typed text stays as it is.
   * @returns the field that is still to be filled in; the empty name where one press is all
   */
  function join(notice: string, subject: string, suits: string): string | undefined {
    const { shopVersion } = panel.shop.facts.peek();
    const before = panel.draft.peek();
    const isTyped = hasText(before);
    panel.edit({
      about: { notice, ...(shopVersion && { shopVersion }) },
      ...(!isTyped && { topic: topic || suits, subject, description: words.meTooText }),
    });
    return isTyped ? undefined : before.email ? '' : 'email';
  }

  function hide(id: string): void {
    setFlag('hidden', id, true);
    hidden.value = [...hidden.value, id];
    panel.office.watch?.(); // its sign goes, too
  }

  const isAdvisedUnsaid = !isFresh && isAdvised(panel.office);

  return (
    <div role="status" class={told[0] || isAdvisedUnsaid ? 'form' : 'unseen'}>
      {isAdvisedUnsaid && <strong class="notice bad">{bind(words.advised)}</strong>}
      {told.map(({ id, kind, title, text, since }) => {
        const { className, topic: fits } = KINDS[kind] ?? KINDS.update; // a newer service may send another kind
        const suits = last?.status.topics.find((one) => one.id === fits)?.id;
        const isJoined = about?.notice === id;
        return (
          <div class={className} key={id}>
            <strong>{bind(title)}</strong>
            <div class="letter">
              <Linked text={bind(text)} />
            </div>
            {kind === 'incident' && <p>{`${words.since} ${momentInWords(since)}`}</p>}
            {isJoined && <p>{words.about}</p>}
            <p class="row">
              {isJoined
                ? button(words.notAbout, title, () => panel.edit({ about: undefined }))
                : suits && button(words.meToo, title, () => join(id, title, suits))}
              {!isJoined && button(words.hide, title, () => hide(id), 'link')}
            </p>
          </div>
        );
      })}
    </div>
  );
}
