import { useSignal } from '@preact/signals';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { linkWords as words } from '#words/link-page.ts';
import { bind } from '#words/panel.ts';
import type { HelpState } from '../../src/contract/help/help-state.ts';
import { EMAIL } from '../../src/contract/shapes.ts';
import { Field, focusFirstInvalid } from '../controls/Field.tsx';
import { PhoneLink } from '../controls/PhoneLink.tsx';
import type { LinkModel, NotDone } from './link-model.ts';

interface Props {
  /** of the second field */
  label: string;
  hint?: string;
  name: string;
  mode: 'email' | 'text';
  /** what fits the second field, and what is said of everything else */
  fits: RegExp;
  unfit: string;
  button: string;
  /** @returns why not, or null */
  send: (number: string, second: string) => Promise<NotDone | null>;
  /** what is said of a request that was taken and shows nothing by itself */
  done?: string;
}

const NUMBER = /^\d{1,16}$/;
/** As people write a code down: the service ignores blanks, dashes and case. */
const CODE = /^(?:[\s-]*[\da-z]){8}$/i;

/** Number and code, and what brings a lost link back. */
export function KeyForms({ link, isDead }: { link: LinkModel; isDead: boolean }): JSX.Element {
  const help = link.help.value;
  return (
    <>
      <h1 tabIndex={-1} data-landing>
        {isDead ? words.dead : words.enter}
      </h1>
      {isDead && <p>{bind(words.deadMore)}</p>}
      {help && (
        <section>
          <h2>{words.lost}</h2>
          {help.sendsMail ? (
            <>
              <p>{bind(words.lostMore)}</p>
              <TwoFields
                label={words.email}
                name="email"
                mode="email"
                fits={EMAIL}
                unfit={words.emailUnfit}
                button={words.restore}
                send={link.restore}
                done={words.restored}
              />
            </>
          ) : (
            <WithoutMail {...help} />
          )}
        </section>
      )}
      <section>
        <h2>{words.byCode}</h2>
        <p>{bind(words.byCodeMore)}</p>
        <TwoFields
          label={words.code}
          hint={words.codeHint}
          name="code"
          mode="text"
          fits={CODE}
          unfit={words.codeUnfit}
          button={words.open}
          send={link.enter}
        />
      </section>
    </>
  );
}

/** What to do where no letters go out. */
function WithoutMail({ contacts: { phone, email }, opening }: HelpState): JSX.Element {
  return (
    <p>
      {bind(words.noMail)} {bind(phone ? words.callForCode : words.writeForCode)}{' '}
      {phone ? (
        <>
          <PhoneLink phone={phone} /> ({bind(opening.text)}).
        </>
      ) : (
        <a href={`mailto:${email}`}>{email}</a>
      )}
    </p>
  );
}

function TwoFields({ label, hint, name, mode, fits, unfit, button, send, done }: Props): JSX.Element {
  const said = useSignal<NotDone | 'done' | null>(null);
  const isUnfit = useSignal<readonly string[]>([]);
  const isBusy = useSignal(false);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    if (isBusy.peek()) return;
    const typed = new FormData(form);
    const [number, second] = ['number', name].map((field) => String(typed.get(field) ?? '').trim()) as [string, string];
    const digits = number.replace(/\s/g, '');
    said.value = null;
    isUnfit.value = [!NUMBER.test(digits) && 'number', !fits.test(second) && name].filter((field) => field !== false);
    if (isUnfit.peek()[0]) return focusFirstInvalid(form);
    isBusy.value = true;
    said.value = (await send(digits, second)) ?? 'done';
    isBusy.value = false;
  }

  const errorOf = (field: string, error: string) => (isUnfit.value.includes(field) ? error : undefined);
  const now = said.value;
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field
        label={words.ticketNumber}
        error={errorOf('number', words.numberUnfit)}
        control={(ties) => <input {...ties} name="number" inputMode="numeric" autoComplete="off" />}
      />
      <Field
        label={label}
        hint={hint}
        error={errorOf(name, unfit)}
        control={(ties) => (
          <input
            {...ties}
            name={name}
            inputMode={mode}
            autoComplete={mode === 'email' ? 'email' : 'off'}
            autoCapitalize="off"
            spellcheck={false}
          />
        )}
      />
      <p class="row">
        <button type="submit" class="primary" aria-disabled={isBusy.value}>
          {button}
        </button>
      </p>
      <div role="status">
        {now && now !== 'done' && <p class="notice warn">{bind(words[now])}</p>}
        {now === 'done' && done && <p class="notice good">{bind(done)}</p>}
      </div>
    </form>
  );
}
