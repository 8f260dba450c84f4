import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { asOneOf } from '../../browser/lists.ts';
import { pressedKey } from '../../browser/pressed-key.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { LIMITS } from '../../src/contract/limits.ts';
import { TOPICS } from '../../src/contract/lists.ts';
import { EMAIL } from '../../src/contract/shapes.ts';
import type { OpenTicket } from '../models/open-ticket.ts';
import { words } from '../words/words.ts';

interface Props {
  open: OpenTicket;
  ticket: DeskTicket;
  onClose: () => void;
}

type Field = 'subject' | 'topic' | 'covered' | 'name' | 'email' | 'phone';
type Fault = 'subject' | 'email' | 'name' | 'phone' | 'conflict';

/** What the fields show of a ticket as it stands. */
function fieldsOf({ subject, contact, decided }: DeskTicket['ticket']): Record<Field, string> {
  return {
    subject,
    topic: decided.topic ?? '',
    covered: decided.covered === null ? '' : String(decided.covered),
    name: contact.name ?? '',
    email: contact.email,
    phone: contact.phone ?? '',
  };
}

/**
 * Corrects what a ticket is about, whether it is covered, its subject and its contact. What nobody typed follows the ticket,
 * so that a colleague's change is seen and not written over.
 */
export function CorrectDialog({ open, ticket: { ticket }, onClose }: Props): JSX.Element {
  const w = words.value.correct;
  const dialog = useRef<HTMLDialogElement>(null);
  const typed = useSignal<Partial<Record<Field, string>>>({});
  const fault = useSignal<Fault | null>(null);
  const isBusy = useSignal(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const fields = { ...fieldsOf(ticket), ...typed.value };
  const { topics } = words.value;
  const { decided, sent, contact } = ticket;
  const topic = asOneOf(TOPICS, fields.topic);
  const isUndecided = topic === undefined && ticket.channel === 'email';
  const byRules = isUndecided ? null : (ticket.ruling[topic ?? sent.topic] ?? null);

  const type = (name: Field) => (event: { currentTarget: { value: string } }) => {
    typed.value = { ...typed.peek(), [name]: event.currentTarget.value };
    fault.value = null;
  };

  function faultOf(): Fault | null {
    const length = fields.subject.trim().length;
    if (length < 3 || fields.subject.length > LIMITS.subject) return 'subject';
    if (fields.name.trim().length > LIMITS.name) return 'name';
    if (fields.phone.trim().length > LIMITS.phone) return 'phone';
    const isOther = fields.email !== contact.email;
    return isOther && !(EMAIL.test(fields.email) && fields.email.length <= LIMITS.email) ? 'email' : null;
  }

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (isBusy.peek()) return;
    fault.value = faultOf();
    if (fault.peek()) return document.getElementById(`correct-${fault.peek()}`)?.focus();
    isBusy.value = true;
    const covered = asOneOf(['true', 'false'] as const, fields.covered);
    const isSaved = await open.ticket.change({
      kind: 'correction',
      body: {
        from: {
          topic: decided.topic,
          covered: decided.covered,
          subject: ticket.subject,
          contact: { email: contact.email, name: contact.name, phone: contact.phone },
        },
        to: {
          topic: topic ?? null,
          covered: covered ? covered === 'true' : null,
          subject: fields.subject === sent.subject ? null : fields.subject,
          contact: {
            email: fields.email === contact.email ? null : fields.email,
            name: fields.name.trim() || null,
            phone: fields.phone.trim() || null,
          },
        },
      },
    });
    isBusy.value = false;
    if (isSaved) dialog.current?.close();
    else {
      fault.value = 'conflict';
      open.ticket.forgetFailure();
    }
  }

  /** Escape that ends a composition is not meant for the dialog. */
  function leaveToMethod(event: KeyboardEvent): void {
    if (event.key === 'Escape' && pressedKey(event) === '') event.preventDefault();
  }

  const line = (name: 'subject' | 'name' | 'email' | 'phone', more: string | null = null) => (
    <div class="field">
      <label for={`correct-${name}`}>{w[name]}</label>
      <input
        id={`correct-${name}`}
        dir="auto"
        autocomplete="off"
        value={fields[name]}
        aria-invalid={fault.value === name || undefined}
        aria-describedby={fault.value === name ? 'correct-fault' : more ? `correct-${name}-more` : undefined}
        onInput={type(name)}
      />
      {more && (
        <small id={`correct-${name}-more`} class="muted">
          {more}
        </small>
      )}
    </div>
  );
  const topicOptions = (isCovered: boolean) => (
    <optgroup label={isCovered ? w.covered : w.outside}>
      {TOPICS.filter((one) => ticket.ruling[one] === isCovered).map((one) => (
        <option key={one} value={one}>
          {topics[one]}
        </option>
      ))}
    </optgroup>
  );
  return (
    <dialog ref={dialog} aria-labelledby="correct-title" onKeyDown={leaveToMethod} onClose={onClose}>
      <form class="fields" onSubmit={save} noValidate>
        <h2 id="correct-title">{w.title(ticket.number)}</h2>
        {line('subject', decided.subject === null ? null : w.sentSubject(sent.subject))}
        <div class="field">
          <label for="correct-topic">{w.topic}</label>
          <select id="correct-topic" value={fields.topic} onChange={type('topic')}>
            <option value="">{w.asSent(topics[sent.topic as keyof typeof topics] ?? sent.topic)}</option>
            {topicOptions(true)}
            {topicOptions(false)}
          </select>
        </div>
        <div class="field">
          <label for="correct-covered">{w.scope}</label>
          <select
            id="correct-covered"
            value={fields.covered}
            aria-describedby="correct-told"
            onChange={type('covered')}
          >
            <option value="">{w.byRules[String(byRules) as keyof typeof w.byRules]}</option>
            <option value="true">{w.yes}</option>
            <option value="false">{w.no}</option>
          </select>
        </div>
        <p id="correct-told" class="muted">
          {w.told}
        </p>
        <fieldset class="fields">
          <legend>{w.contact}</legend>
          {line('name')}
          {line('email', fields.email === contact.email ? null : w.emailMore)}
          {line('phone')}
        </fieldset>
        <div role="alert">
          {fault.value && (
            <p id="correct-fault" class="notice bad">
              {w.faults[fault.value]}
            </p>
          )}
        </div>
        <div class="row end">
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.value.cancel}
          </button>
          <button type="submit" class="primary" aria-disabled={isBusy.value}>
            {w.save}
          </button>
        </div>
      </form>
    </dialog>
  );
}
