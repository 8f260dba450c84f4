import type { JSX } from 'preact';
import { label } from '../../browser/lists.ts';
import type { Proof } from '../../src/contract/lists.ts';
import { routeAddress } from '../models/router.ts';
import type { TicketModel } from '../models/ticket-model.ts';
import { momentInFull, momentInShort } from '../words/moments.ts';
import { words } from '../words/words.ts';
import { Fact } from './Fact.tsx';
import { Icon } from './icons.tsx';
import { ProofText } from './ProofNotice.tsx';
import { ShopTerms } from './ShopTerms.tsx';
import { SupportNotice } from './SupportNotice.tsx';

interface Props {
  number: string;
  ticket: TicketModel;
  now: number;
  /** filters the lists by a shop */
  onlyShop: (shop: { id: number; name: string }) => void;
  /** opens the dialog about how the customer reaches the ticket */
  contact: () => void;
  /** opens the dialog that blocks a shop */
  block: (shop: { id: number; name: string }) => void;
}

/** The shop's card beside its ticket. */
export function ShopPane({ number, ticket, now, onlyShop, contact, block }: Props): JSX.Element {
  const w = words.value;
  const read = ticket.ticket.value;
  return (
    <section class="shop-pane" aria-label={w.shop}>
      <p class="phone-only ways">
        <a href={routeAddress({ number })} class="with-icon">
          <Icon of="back" />
          {w.toThread}
        </a>
      </p>
      {read && (
        <>
          <h2 dir="auto">{read.shop.name}</h2>
          <ProofLine proof={read.ticket.proof} />
          <SupportNotice support={read.shop.support} />
          {read.ticket.isVouched !== null && (
            <p class="shop-ways">
              <button
                type="button"
                class="plain"
                onClick={() => ticket.change({ kind: 'vouch', body: { isVouched: !read.ticket.isVouched } })}
              >
                {read.ticket.isVouched ? w.endVouch : w.vouch}
              </button>
              {!read.ticket.isVouched && (
                <button type="button" class="plain danger" onClick={() => block(read.shop)}>
                  {w.block}
                </button>
              )}
            </p>
          )}
          <div role="status">
            {read.shop.blockedUntil && (
              <p class="notice warn with-sign">
                <Icon of="lock" />
                <span>
                  {w.blockedUntil(momentInFull(read.shop.blockedUntil))}{' '}
                  <a href={routeAddress({ page: 'blocks' })}>{w.pages.blocks}</a>
                </span>
              </p>
            )}
          </div>
          {read.ticket.fromOtherShop && (
            <p class="notice warn with-sign">
              <Icon of="warn" />
              <span>{w.fromOtherShopMore}</span>
            </p>
          )}
          <p class="shop-ways">
            <a href={routeAddress({ page: 'shops', id: `${read.shop.id}` })}>{w.shopPage}</a>
            <button type="button" class="plain" onClick={() => onlyShop(read.shop)}>
              {w.onlyShop}
            </button>
          </p>
          <dl class="card">
            <Fact name={w.version}>
              {read.shop.version ? (
                <>
                  {read.shop.version.yours}{' '}
                  <span class={read.shop.version.behind ? 'time soon' : 'muted'}>
                    {read.shop.version.behind ? w.behindVersion(read.shop.version.current) : w.currentVersion}
                  </span>
                </>
              ) : (
                w.unknown
              )}
            </Fact>
            <ShopTerms terms={read.shop.terms} />
            {read.shop.licence !== 'valid' && (
              <Fact name={w.licence}>
                <span class="time late">{label(w.licences, read.shop.licence)}</span>
              </Fact>
            )}
          </dl>
          <h3>{w.earlier}</h3>
          {read.shop.earlier.length === 0 && <p class="muted">{w.noEarlier}</p>}
          <ul class="earlier">
            {read.shop.earlier.map(({ number: other, subject, status, receivedAt }) => (
              <li key={other}>
                <a href={routeAddress({ number: other })}>{subject}</a>
                <span class="muted">
                  {label(w.statuses, status)} · {momentInShort(receivedAt, now, w.locale)}
                </span>
              </li>
            ))}
          </ul>
          <dl class="card">
            <Fact name={w.contact}>
              {read.ticket.contact.name && <span dir="auto">{read.ticket.contact.name}</span>}
              {read.ticket.contact.email && (
                <a href={`mailto:${read.ticket.contact.email}`}>{read.ticket.contact.email}</a>
              )}
              {read.ticket.contact.phone && (
                <a href={`tel:${read.ticket.contact.phone.replace(/[^+\d]/g, '')}`}>{read.ticket.contact.phone}</a>
              )}
              <button type="button" class="plain" onClick={contact}>
                {w.contactMore}
              </button>
            </Fact>
            {read.ticket.sentFrom && (
              <Fact name={w.sentFrom}>
                <span>{read.ticket.sentFrom.host}</span>
                {read.ticket.sentFrom.canBeAdded && (
                  <button
                    type="button"
                    class="plain"
                    onClick={() => ticket.change({ kind: 'panel-address', body: {} })}
                  >
                    {w.addSentFrom}
                  </button>
                )}
              </Fact>
            )}
          </dl>
          <details class="unchanging">
            <summary>
              {w.unchanging} <span class="muted">{read.shop.edition}</span>
            </summary>
            <dl class="card">
              <Fact name={w.address}>
                <Address url={read.shop.installUrl} />
              </Fact>
              <Fact name={w.supportNumber}>
                <code>{read.shop.supportNumber}</code>
              </Fact>
              <Fact name={w.edition}>{read.shop.edition}</Fact>
              {read.shop.licence === 'valid' && (
                <Fact name={w.licence}>
                  <span>{label(w.licences, read.shop.licence)}</span>
                </Fact>
              )}
            </dl>
          </details>
        </>
      )}
    </section>
  );
}

/** How well the sender is proven: always one line in this place, which says more when it is pressed. */
function ProofLine({ proof }: { proof: Proof }): JSX.Element {
  const w = words.value;
  return (
    <details class={`proof-line ${proof === 'verified' || proof === 'vouched' ? 'proven' : ''}`}>
      <summary>
        <ProofText proof={proof} />
      </summary>
      <p>{label(w.proofsMore, proof, '')}</p>
    </details>
  );
}

/** The registry's address, as a link only when it is a web address. */
function Address({ url }: { url: string }): JSX.Element {
  const isWeb = /^https?:\/\//.test(url);
  return isWeb ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {url.replace(/^https?:\/\//, '')}
    </a>
  ) : (
    <span>{url}</span>
  );
}
