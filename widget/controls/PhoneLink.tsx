import type { JSX } from 'preact';

/** A telephone number to call. @param phone as the service writes it, with spaces */
export function PhoneLink({ phone }: { phone: string }): JSX.Element {
  return <a href={`tel:${phone.replace(/ /g, '')}`}>{phone}</a>;
}
