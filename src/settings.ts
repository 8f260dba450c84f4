import { parseTrustedProxy } from './api/http/trusted-proxy.ts';
import type { ScanCommand } from './attachments/run-scanner.ts';
import { SECOND_FACTOR_RULES, type SecondFactorRule } from './contract/lists.ts';
import { CONTROL_CHARACTERS } from './contract/shapes.ts';
import { isWebAddress, settingFits } from './contract/shops/settings.ts';
import { OWN_VENDOR, type Vendor } from './contract/vendor.ts';
import type { AddressRange } from './guard/address-range.ts';
import { type SecretKey, type SecretKeys, toSecretKey } from './identity/seal.ts';
import { type MailSettings, readMailSettings } from './mail-settings.ts';
import { type OpeningHours, parseOpeningHours } from './policy/opening-hours.ts';
import { SettingError } from './setting-error.ts';
import type { Contacts, VendorSettings } from './vendor-settings/vendor-settings.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The settings of the environment. `docs/operating.md` has the same list as a table. */
export interface Settings extends VendorSettings {
  port: number;
  host: string;
  databaseUrl: string;
  /** where browsers reach this service, without a slash at the end */
  publicUrl: string;
  /** the host of `PUBLIC_URL`, with its port; null where it is not set, and every host by which we are asked is good */
  publicHost: string | null;
  /** the keys that encrypt stored secrets, the one that seals first; never logged */
  secretKeys: SecretKeys;
  /** how mail goes out and comes in; null where it does not */
  mail: MailSettings | null;
  /** the emergency page on another host, which receipts and pages name; null where there is none */
  emergencyUrl: string | null;
  /** days without activity after which a ticket that is solved or waits for the customer is closed */
  closeAfterDays: number;
  /** days for which the raw bytes of letters are kept that somebody took or set aside */
  keepLettersDays: number;
  /** the virus scanner for files; null where files are not looked at */
  fileScan: ScanCommand | null;
  logLevel: string;
  /** proxies whose `X-Forwarded-For` is trusted */
  trustedProxies: AddressRange[];
  /** false for load tests on this machine only */
  rateLimits: boolean;
}

/** Variables by name; an empty one counts as not set, as in files of `docker --env-file`. */
type Environment = Record<string, string | undefined>;

/** Reads the settings from the environment, or throws a `SettingError` for the first invalid one. */
export function readSettings(environment: Environment): Settings {
  const port = readPort(environment.PORT || '4100');
  return {
    port,
    host: environment.HOST || '127.0.0.1',
    databaseUrl: readDatabaseUrl(environment),
    publicUrl: readPublicUrl(environment),
    publicHost: environment.PUBLIC_URL ? new URL(environment.PUBLIC_URL).host : null,
    secretKeys: readSecretKeys(environment),
    ...readFirstSettings(environment),
    mail: readMailSettings(environment),
    emergencyUrl: readLink('EMERGENCY_URL', environment.EMERGENCY_URL),
    closeAfterDays: readDays('CLOSE_AFTER_DAYS', environment.CLOSE_AFTER_DAYS || '14'),
    keepLettersDays: readDays('KEEP_LETTERS_DAYS', environment.KEEP_LETTERS_DAYS || '30'),
    fileScan: readFileScan(environment),
    logLevel: readLogLevel(environment.LOG_LEVEL || 'info'),
    trustedProxies: readTrustedProxy(environment.TRUSTED_PROXY || ''),
    rateLimits: readRateLimits(environment),
  };
}

/** The signature of an agent's replies until the vendor writes another one, or none. */
const FIRST_SIGNATURE = 'Pozdrawiam\n{agent}';

/** The settings that the desk can override, and whose help it is. */
export function readFirstSettings(environment: Environment): VendorSettings {
  return {
    vendor: readVendor(environment),
    openingHours: readOpeningHours(environment.OPENING_HOURS || 'mon-fri 08:00-16:00'),
    contacts: readContacts(environment),
    updates: readLink('UPDATES_URL', environment.UPDATES_URL),
    secondFactor: readSecondFactor(environment.SECOND_FACTOR || 'optional'),
    signature: FIRST_SIGNATURE,
  };
}

/** Where browsers reach the service, without a slash at its end. */
export function readPublicUrl({ PUBLIC_URL, PORT }: Environment): string {
  return readUrl('PUBLIC_URL', PUBLIC_URL || `http://localhost:${readPort(PORT || '4100')}`).replace(/\/+$/, '');
}

/** The database's address: all that most of the operator's commands need. */
export function readDatabaseUrl(environment: Environment): string {
  return environment.DATABASE_URL || 'sqlite:var/pomoc.sqlite';
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new SettingError(`PORT must be 0 to 65535, not "${text}"`);
  return Number(text);
}

/** The keys that encrypt stored secrets: for the service, and for the commands that need secrets. `SECRET_KEY` is one. */
export function readSecretKeys({ SECRET_KEY, SECRET_KEYS }: Environment): SecretKeys {
  if (SECRET_KEY && SECRET_KEYS)
    throw new SettingError('SECRET_KEYS must be set without SECRET_KEY, which is one of them');
  if (!SECRET_KEYS) return [readKey('SECRET_KEY', SECRET_KEY ?? '')];
  const [first = '', ...others] = SECRET_KEYS.split(',').map((text) => text.trim());
  return [readKey('SECRET_KEYS', first), ...others.map((text) => readKey('SECRET_KEYS', text))];
}

function readKey(name: string, text: string): SecretKey {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || !/^[A-Za-z0-9+/]{43}=$/.test(text)) {
    const what =
      name === 'SECRET_KEY' ? '32 random bytes' : 'keys with commas, the new one first, each 32 random bytes';
    throw new SettingError(`${name} must be ${what} in base64; make one with: openssl rand -base64 32`);
  }
  return toSecretKey(bytes);
}

function readOpeningHours(text: string): OpeningHours[] {
  const hours = parseOpeningHours(text);
  if (!hours) throw new SettingError(`OPENING_HOURS must look like "mon-fri 08:00-16:00", not "${text}"`);
  return hours;
}

function readSecondFactor(text: string): SecondFactorRule {
  const rule = SECOND_FACTOR_RULES.find((one) => one === text);
  if (!rule) throw new SettingError(`SECOND_FACTOR must be one of ${SECOND_FACTOR_RULES.join(', ')}, not "${text}"`);
  return rule;
}

function readDays(name: string, text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1) {
    throw new SettingError(`${name} must be 1 to 999, not "${text}"`);
  }
  return Number(text);
}

/** The variables that a scanner gets: where programs and their files are. None of ours, which hold keys. */
const SCANNER_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ'];

/** A word of a command: in double quotes, if it has spaces. */
const WORD = /\s*(?:"([^"]*)"|([^\s"]+))(?=\s|$)/y;

/** What only a shell understands: a command with such a sign was meant for one, and would not do what it says. */
const SHELL_SIGN = /[|&;<>`$]/;

function readFileScan(environment: Environment): ScanCommand | null {
  const text = environment.FILE_SCAN_COMMAND?.trim();
  if (!text) return null;
  const [program, ...words] = wordsOf(text);
  if (!program) {
    throw new SettingError(
      `FILE_SCAN_COMMAND must be a program and its arguments, with double quotes around one that has spaces, and nothing for a shell, not "${text}"`,
    );
  }
  const own = SCANNER_VARIABLES.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : []));
  return { program, arguments: words, environment: Object.fromEntries(own) };
}

/** The words of a command; none when it cannot be read, or was meant for a shell. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const [, quoted, plain] = WORD.exec(text) ?? [];
    const word = quoted ?? plain;
    if (word === undefined || SHELL_SIGN.test(plain ?? '')) return [];
    words.push(word);
  }
  return words;
}

/** The longest name of a company, in UTF-16 code units. */
const LONGEST_NAME = 100;

function readVendor({ VENDOR_NAME, VENDOR_MARK }: Environment): Vendor {
  const name = VENDOR_NAME || OWN_VENDOR.name;
  const mark = VENDOR_MARK || OWN_VENDOR.mark;
  if (name.length > LONGEST_NAME || name.search(CONTROL_CHARACTERS) >= 0)
    throw new SettingError(`VENDOR_NAME must be a name of at most ${LONGEST_NAME} characters`);
  if (!/^[\p{L}\d]{1,3}$/u.test(mark))
    throw new SettingError(`VENDOR_MARK must be one to three letters or digits, not "${mark}"`);
  return { name, mark };
}

function readContacts(environment: Environment): Contacts {
  const email = environment.SUPPORT_EMAIL || 'pomoc@shopgold.pl';
  if (!settingFits('email', email)) throw new SettingError(`SUPPORT_EMAIL must be an e-mail address, not "${email}"`);
  return {
    email,
    phone: environment.SUPPORT_PHONE || null,
    rules: readLink('LINK_RULES', environment.LINK_RULES),
    renewal: readLink('LINK_RENEWAL', environment.LINK_RENEWAL),
    privacy: readLink('LINK_PRIVACY', environment.LINK_PRIVACY),
  };
}

function readLink(name: string, text: string | undefined): string | null {
  return text ? readUrl(name, text) : null;
}

function readUrl(name: string, text: string): string {
  if (!isWebAddress(text)) {
    throw new SettingError(`${name} must be an http or https address, not "${text}"`);
  }
  return text;
}

function readLogLevel(text: string): string {
  if (!LOG_LEVELS.includes(text)) throw new SettingError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  return text;
}

function readTrustedProxy(text: string): AddressRange[] {
  const ranges = parseTrustedProxy(text);
  if (!ranges) throw new SettingError(`TRUSTED_PROXY must look like "loopback, 10.0.0.0/8", not "${text}"`);
  return ranges;
}

/**
 * They may be disabled only when the service cannot be reached from outside: neither at this address nor through a
 * proxy.
 */
function readRateLimits({ RATE_LIMITS, HOST, TRUSTED_PROXY }: Environment): boolean {
  if (!RATE_LIMITS || RATE_LIMITS === 'on') return true;
  const isLoopback = !HOST || /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(HOST);
  if (RATE_LIMITS !== 'off' || !isLoopback || TRUSTED_PROXY) {
    throw new SettingError('RATE_LIMITS must be on or off; off only on a loopback HOST and without TRUSTED_PROXY');
  }
  return false;
}
