import { readFileSync } from 'node:fs';
import { LANGUAGES, type Language } from './contract/lists.ts';
import { settingFits } from './contract/shops/settings.ts';
import { SettingError } from './setting-error.ts';

/** A mail server with who we are there. */
export interface MailServer {
  host: string;
  port: number;
  /** `tls` from the first byte; `starttls` before anything is said; `none` in the clear, on this machine only */
  security: 'tls' | 'starttls' | 'none';
  /** null where the server asks for nobody */
  login: { user: string; password: string } | null;
}

/** A mailbox that is read. */
export interface Mailbox extends MailServer {
  /** user, server and folder, for logs and the store, with the port where it is not the usual one; no password */
  name: string;
  folder: string;
  /** the language of letters to it, where they do not tell theirs */
  language: Language;
}

/** How mail goes out and comes in. */
export interface MailSettings {
  smtp: MailServer;
  from: { name: string; address: string };
  /** the part after the @ in our `Message-ID`s */
  domain: string;
  /** whether `pomoc+…@` comes into the mailbox of `pomoc@` */
  hasPlusAddresses: boolean;
  /** none where letters are not read */
  mailboxes: readonly Mailbox[];
  /** names of servers whose `Authentication-Results` we believe */
  trustedServers: readonly string[];
  /** where outages outside office hours are told */
  alertEmail: string | null;
  /** a file with the certificates of a private authority */
  caFile: string | null;
}

type Environment = Record<string, string | undefined>;

const PORTS: Record<string, number> = { smtps: 465, smtp: 587, imaps: 993, imap: 143 };

/** The settings of mail; null when `SMTP_URL` is not set: then no letter is written, sent or read. */
export function readMailSettings(environment: Environment): MailSettings | null {
  const { SMTP_URL, MAIL_FROM, MAIL_DOMAIN, MAIL_PLUS, IMAP_URLS, TRUSTED_AUTHSERV, ALERT_EMAIL, MAIL_CA } =
    environment;
  if (!SMTP_URL) {
    const needing = { MAIL_FROM, IMAP_URLS, ALERT_EMAIL };
    const [name] = Object.entries(needing).find(([, value]) => value) ?? [];
    if (name) throw new SettingError(`${name} needs SMTP_URL, without which no mail is sent`);
    return null;
  }
  const from = readFrom(MAIL_FROM ?? '');
  return {
    smtp: readServer('SMTP_URL', readMailUrl('SMTP_URL', SMTP_URL, ['smtp:', 'smtps:'])),
    from,
    domain: readDomain(MAIL_DOMAIN || from.address.slice(from.address.lastIndexOf('@') + 1)),
    hasPlusAddresses: readSwitch('MAIL_PLUS', MAIL_PLUS || 'on'),
    mailboxes: (IMAP_URLS ?? '').split(',').flatMap((text) => (text.trim() ? [readMailbox(text.trim())] : [])),
    trustedServers: (TRUSTED_AUTHSERV ?? '')
      .split(',')
      .flatMap((name) => (name.trim() ? [readServerName(name.trim())] : [])),
    alertEmail: ALERT_EMAIL ? readAddress('ALERT_EMAIL', ALERT_EMAIL) : null,
    caFile: MAIL_CA ? readCaFile(MAIL_CA) : null,
  };
}

/** Our own addresses, in lower case: nothing is mailed to them. */
export function ownAddresses({ from, mailboxes, smtp, alertEmail }: MailSettings): string[] {
  const users = [smtp.login?.user, ...mailboxes.map(({ login }) => login?.user)];
  const named = users.filter((user): user is string => user?.includes('@') ?? false);
  return [
    ...new Set([from.address, ...(alertEmail ? [alertEmail] : []), ...named].map((address) => address.toLowerCase())),
  ];
}

function readMailbox(text: string): Mailbox {
  const url = readMailUrl('IMAP_URLS', text, ['imap:', 'imaps:']);
  const server = readServer('IMAP_URLS', url);
  const folder = decoded('IMAP_URLS', url.pathname.slice(1)) || 'INBOX';
  const code = url.searchParams.get('lang') ?? LANGUAGES[0];
  const language = LANGUAGES.find((one) => one === code);
  if (!language) throw new SettingError(`IMAP_URLS may have lang=${LANGUAGES.join(' or lang=')}, not "${code}"`);
  if (!server.login?.password) throw new SettingError('IMAP_URLS must have user and password in each address');
  const port = server.port === PORTS[url.protocol.slice(0, -1)] ? '' : `:${server.port}`;
  return { ...server, name: `${server.login.user}@${server.host}${port}/${folder}`, folder, language };
}

/** The words of an error never have the address: it has a password. */
function readMailUrl(name: string, text: string, protocols: readonly string[]): URL {
  const url = URL.parse(text);
  if (!url || !protocols.includes(url.protocol) || url.hostname === '')
    throw new SettingError(
      `${name} must look like ${protocols[1]}//USER:PASSWORD@HOST or ${protocols[0]}//USER:PASSWORD@HOST, special characters percent-encoded`,
    );
  return url;
}

/** The words of the platform would not name the setting, and others might show the password. */
function decoded(name: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new SettingError(`${name} has a % that begins no percent-encoded character: write it as %25`);
  }
}

/** `…s://` is TLS; otherwise STARTTLS is required, but for `?starttls=off` on this machine. */
function readServer(name: string, url: URL): MailServer {
  const scheme = url.protocol.slice(0, -1);
  const starttls = url.searchParams.get('starttls') ?? 'required';
  const isHere = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (starttls !== 'required' && !(starttls === 'off' && isHere))
    throw new SettingError(`${name} may have starttls=required, or starttls=off for a server on this machine`);
  const login = { user: decoded(name, url.username), password: decoded(name, url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : (PORTS[scheme] ?? 0),
    security: scheme.endsWith('s') ? 'tls' : starttls === 'off' ? 'none' : 'starttls',
    login: login.user ? login : null,
  };
}

function readFrom(text: string): MailSettings['from'] {
  if (!text) throw new SettingError('SMTP_URL needs MAIL_FROM, such as Pomoc shopGold <pomoc@shopgold.pl>');
  const [, name = '', address = text] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  return { name: name || 'Pomoc shopGold', address: readAddress('MAIL_FROM', address) };
}

function readAddress(name: string, text: string): string {
  if (!settingFits('email', text.trim())) throw new SettingError(`${name} must be an e-mail address, not "${text}"`);
  return text.trim();
}

function readDomain(text: string): string {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(text))
    throw new SettingError(`MAIL_DOMAIN must be a domain, not "${text}"`);
  return text.toLowerCase();
}

/** As servers write it before their `Authentication-Results`; with anything else in it nothing would ever match. */
function readServerName(text: string): string {
  if (/^[a-z0-9._-]+$/i.test(text)) return text;
  throw new SettingError(`TRUSTED_AUTHSERV must have names of servers with commas between them, not "${text}"`);
}

/** Read again by whoever connects; here only, so that a wrong one stops the start and not the first letter. */
function readCaFile(path: string): string {
  const text = contentOf(path);
  if (text === null) throw new SettingError(`MAIL_CA must be a file that can be read, not "${path}"`);
  if (text.includes('-----BEGIN CERTIFICATE-----')) return path;
  throw new SettingError(`MAIL_CA must be a file with certificates (PEM), which "${path}" is not`);
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function readSwitch(name: string, text: string): boolean {
  if (text !== 'on' && text !== 'off') throw new SettingError(`${name} must be on or off, not "${text}"`);
  return text === 'on';
}
