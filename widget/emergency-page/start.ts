import { host } from '../../browser/host.ts';
import { createHttp } from '../../browser/http.ts';
import { randomId } from '../../browser/random-id.ts';
import type { EmergencyFileData } from '../../src/contract/help/emergency-file.ts';
import { helpState } from '../../src/contract/help/help-state.ts';
import { OUTAGE_FIELDS } from '../../src/contract/help/outage-form.ts';
import { openTicket } from '../../src/contract/tickets/open-ticket.ts';
import { element } from './element.ts';
import { type Errors, errorsOf, missingIn, readForm, toLetter, toRequest } from './read-form.ts';
import { notSent, receiptOf, showErrors } from './show-outcome.ts';
import { FRESH_MS, type Known, showState } from './show-state.ts';

/** How often the service is asked how things stand while the page is seen, in milliseconds. */
const AGAIN_MS = 60_000;

/** How long it may take to say so, in milliseconds. */
const STATE_TIMEOUT_MS = 15_000;

const newKeys = () => ({ key: randomId(32), token: randomId(32) });

/**
 * The script of the emergency page on another host. The page is whole without it; with it the form appears once the service
 * was reached, and how things stand, with its time.
 */
function start(data: EmergencyFileData, form: HTMLFormElement): void {
  const { words, service } = data;
  const http = createHttp({ origin: service, credentials: 'omit', language: host.document.documentElement.lang });
  const said = host.document.querySelector('#said');
  let known: Known | null = null;
  let keys = newKeys();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLooking = false;
  let isSending = false;

  const noteLost = (isLost: boolean) => {
    if (known) known = { ...known, isLost };
    draw();
  };
  const draw = () => showState(known, data, Date.now());

  async function look(): Promise<void> {
    draw();
    if (isLooking || host.document.hidden) return;
    clearTimeout(timer);
    isLooking = true;
    const answer = await http.call(helpState, { timeout: STATE_TIMEOUT_MS });
    isLooking = false;
    timer = setTimeout(look, AGAIN_MS);
    if (answer.outcome === 'ok') {
      known = { state: answer.value, cameAt: Date.now(), isLost: false };
      setTimeout(draw, FRESH_MS);
      reach();
      draw();
    } else noteLost(true);
  }

  /** From now on the form is here, whatever becomes of the service: what is typed must not vanish. */
  function reach(): void {
    form.hidden = false;
    for (const unreached of host.document.querySelectorAll<HTMLElement>('.unreached')) unreached.hidden = true;
  }

  function refuse(errors: Errors, box: HTMLElement | null): void {
    showErrors(form, errors);
    said?.replaceChildren(...(box ? [box] : []));
    const first = OUTAGE_FIELDS.find((field) => errors[field]);
    if (first) form.querySelector<HTMLElement>(`#${first}`)?.focus();
    else said?.scrollIntoView({ block: 'nearest' });
  }

  async function send(): Promise<void> {
    const typed = readForm(form);
    const missing = missingIn(typed, words);
    if (Object.keys(missing)[0]) return refuse(missing, null);
    isSending = true;
    refuse({}, element('p', words.sending));
    const json = toRequest(typed, words, keys.token);
    const answer = await http.call(openTicket, { json, key: keys.key });
    isSending = false;
    if (answer.outcome === 'ok') {
      noteLost(false);
      const receipt = receiptOf(words, answer.value, {
        email: typed.email.trim(),
        isMailed: known?.state.sendsMail === true,
      });
      form.replaceWith(receipt);
      receipt.querySelector('h2')?.focus();
      return;
    }
    if (answer.outcome === 'unchanged') return;
    const { problem, code = '' } = answer;
    // What was sent before with another text is a ticket already: this one gets keys of its own.
    if (code === 'idempotency-key-reused') keys = newKeys();
    const errors = problem && answer.outcome === 'refused' ? errorsOf(problem, words) : {};
    const reason = words.refusals[code] ?? (answer.outcome === 'refused' ? words.refused : null);
    if (!reason) noteLost(true);
    const why = reason
      ? { title: words.errorsTitle, why: reason }
      : { title: words.unansweredTitle, why: words.unanswered };
    const hasFields = Object.keys(errors)[0] !== undefined;
    refuse(errors, hasFields ? null : notSent(words, why, toLetter(typed, data)));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isSending) send();
  });
  host.document.addEventListener('visibilitychange', look);
  host.addEventListener('online', look);
  look();
}

const form = host.document.querySelector<HTMLFormElement>('#form');
const data = host.document.querySelector('#data')?.textContent;
if (form && data) start(JSON.parse(data), form);
