import { form } from '../../words/pl/grammar.ts';
import type { Facts, Sentences } from './sentences.ts';

const files = (count: number): string => `${count}\u00a0${form(count, 'plik', 'pliki', 'plików')}`;
const range = ({ text }: Facts): string => `od ${text('from')} do ${text('to')}`;

const WAYS: Record<string, string> = {
  passkey: 'kluczem dostępu',
  totp: 'kodem z\u00a0aplikacji',
  recovery: 'kodem zapasowym',
  password: 'hasłem',
};

const way = ({ text }: Facts): string => WAYS[text('way')] ?? text('way');

const ALARMS: Record<string, string> = {
  'shop-tickets': 'dużo zgłoszeń jednego sklepu w\u00a0godzinę',
  'shop-uploads': 'dużo niewysłanych plików jednego sklepu',
  'shop-storage': 'pliki jednego sklepu zajmują prawie całe jego miejsce',
  'total-storage': 'pliki wszystkich sklepów zajmują prawie całe miejsce',
  'unknown-pairs': 'dużo nieznanych par numeru i\u00a0adresu w\u00a0godzinę',
  'failed-sign-ins': 'dużo nieudanych logowań w\u00a0godzinę',
};

const REASONS: Record<string, string> = {
  abuse: 'nadużycie',
  duplicate: 'powtórzone zgłoszenie',
  'solved-elsewhere': 'rozwiązane inaczej',
};

const SCANS: Record<string, string> = {
  none: 'Nie ma skanera, który sprawdziłby plik zgłoszenia.',
  waiting: 'Plik zgłoszenia czeka na sprawdzenie.',
  clean: 'Sprawdzono plik zgłoszenia: nic groźnego.',
  refused: 'Skaner znalazł coś groźnego w\u00a0pliku zgłoszenia.',
  failed: 'Nie udało się sprawdzić pliku zgłoszenia.',
};

const SCOPES: Record<string, string> = {
  true: 'objęte pomocą',
  false: 'poza zakresem pomocy',
  '': 'nieustalony',
};

const ROLES: Record<string, string> = { agent: 'agent', admin: 'administrator' };

/** In Polish: each kind of event, as a name and as a sentence without its doer, who stands beside it. */
export const sentences: Sentences = {
  'ticket.opened': ['przyjęcie zgłoszenia', (f) => `Przyjęto zgłoszenie. ${f.channel()}, temat: ${f.topic()}.`],
  'ticket.message': [
    'wiadomość klienta',
    (f) => (f.count('files') ? `Klient napisał i\u00a0dołączył ${files(f.count('files'))}.` : 'Klient napisał.'),
  ],
  'ticket.answered': [
    'odpowiedź',
    (f) =>
      `Wysłano odpowiedź. Status: ${f.status('to')}.${f.has('followUpAt') ? ` Odpiszemy do ${f.moment('followUpAt')}.` : ''}`,
  ],
  'ticket.note': ['notatka', 'Dodano notatkę wewnętrzną.'],
  'ticket.moved': [
    'zmiana statusu',
    (f) =>
      `Zmieniono status z\u00a0„${f.status('from')}” na „${f.status('to')}”.${f.has('reason') ? ` Powód: ${REASONS[f.text('reason')] ?? f.text('reason')}.` : ''}${f.has('promiseEnded') ? ' Obiecany termin odpowiedzi przestał obowiązywać.' : ''}`,
  ],
  'ticket.helped': [
    'czy pomogło',
    (f) =>
      f.text('helped') === 'yes' ? 'Klient mówi, że rozwiązanie pomogło.' : 'Klient mówi, że rozwiązanie nie pomogło.',
  ],
  'ticket.seen': ['przeczytanie wiadomości', 'Przeczytano wiadomości zgłoszenia.'],
  'ticket.assigned': [
    'przypisanie',
    (f) => (f.has('to') ? `Przypisano zgłoszenie: ${f.agent('to')}.` : 'Zdjęto przypisanie zgłoszenia.'),
  ],
  'ticket.address-added': [
    'adres ze zgłoszenia',
    (f) => `Dodano do sklepu adres, z\u00a0którego przyszło zgłoszenie: ${f.text('host')}.`,
  ],
  'ticket.vouched': ['potwierdzenie nadawcy', 'Potwierdzono, że pisze ten sklep.'],
  'ticket.vouch-ended': ['wycofanie potwierdzenia', 'Wycofano potwierdzenie, że pisze ten sklep.'],
  'ticket.linked': ['powiązanie z\u00a0problemem', 'Powiązano zgłoszenie ze znanym problemem.'],
  'ticket.unlinked': ['odłączenie od problemu', 'Odłączono zgłoszenie od znanego problemu.'],
  'ticket.lifted': ['podniesienie do awarii', 'Przeniesiono zgłoszenie do awarii.'],
  'ticket.lowered': ['zdjęcie z\u00a0awarii', 'Zdjęto zgłoszenie z\u00a0awarii.'],
  'ticket.merged': ['połączenie zgłoszeń', (f) => `Połączono zgłoszenie ${f.text('from')} z\u00a0${f.text('into')}.`],
  'ticket.merge-undone': [
    'rozłączenie zgłoszeń',
    (f) => `Rozłączono zgłoszenia ${f.text('from')} i\u00a0${f.text('into')}.`,
  ],
  'ticket.same-person': [
    'ta sama osoba',
    (f) => `Uznano, że zgłoszenia ${f.text('from')} i\u00a0${f.text('into')} są od tej samej osoby.`,
  ],
  'ticket.tagged': ['dodanie etykiety', (f) => `Dodano etykietę „${f.text('tag')}”.`],
  'ticket.untagged': ['zdjęcie etykiety', (f) => `Zdjęto etykietę „${f.text('tag')}”.`],
  'ticket.snoozed': [
    'odłożenie',
    (f) => (f.has('until') ? `Odłożono zgłoszenie do ${f.moment('until')}.` : 'Cofnięto odłożenie zgłoszenia.'),
  ],
  'ticket.returned': ['powrót z\u00a0odłożenia', 'Zgłoszenie wróciło z\u00a0odłożenia.'],
  'ticket.follow-up-set': [
    'zmiana terminu',
    (f) =>
      f.has('at') ? `Ustawiono: odpiszemy do ${f.moment('at')}.` : 'Usunięto termin, do którego mieliśmy odpisać.',
  ],
  'ticket.follow-up-due': ['minął termin', (f) => `Minął termin, do którego mieliśmy odpisać: ${f.moment('at')}.`],
  'ticket.token-revoked': ['unieważnienie dostępu', 'Unieważniono dostęp przeglądarki, która wysłała zgłoszenie.'],
  'ticket.files-withheld': [
    'zabranie plików',
    (f) => `Zabrano ${files(f.count('files'))}, do usunięcia po 30\u00a0minutach.`,
  ],
  'ticket.files-returned': ['oddanie plików', (f) => `Oddano ${files(f.count('files'))}.`],
  'ticket.files-freed': ['usunięcie plików', (f) => `Usunięto na zawsze ${files(f.count('files'))}.`],
  'ticket.closing-undone': ['cofnięcie zamknięcia', (f) => `Cofnięto zamknięcie. Status: ${f.status('to')}.`],
  'ticket.file-scanned': ['sprawdzenie pliku', (f) => SCANS[f.text('scan')] ?? 'Sprawdzono plik zgłoszenia.'],
  'ticket.closed-after-quiet': [
    'zamknięcie po ciszy',
    (f) => `Zamknięto zgłoszenie: nic się nie działo od ${f.count('days')}\u00a0dni.`,
  ],
  'ticket.late-warned': ['uprzedzenie o\u00a0spóźnieniu', 'Uprzedzono klienta, że odpowiedź się spóźni.'],
  'ticket.link-asked': ['prośba o\u00a0link', 'Poproszono o\u00a0link do zgłoszenia.'],
  'ticket.links-revoked': ['unieważnienie linków', 'Unieważniono wysłane linki do zgłoszenia.'],
  'ticket.code-made': ['kod przez telefon', 'Utworzono kod do podania przez telefon.'],
  'ticket.mail-ended': ['rezygnacja z\u00a0listów', 'Odbiorca zrezygnował z\u00a0listów o\u00a0zgłoszeniu.'],
  'ticket.contact-changed': [
    'zmiana adresu klienta',
    'Zmieniono adres, na który idą listy o\u00a0zgłoszeniu, albo wznowiono listy.',
  ],
  'ticket.corrected': [
    'poprawka zgłoszenia',
    (f) =>
      [
        f.text('from') === f.text('to') ? '' : `Zmieniono temat z\u00a0„${f.topic('from')}” na „${f.topic('to')}”.`,
        f.text('coveredFrom') === f.text('coveredTo') ? '' : `Zakres: ${SCOPES[f.text('coveredTo')] ?? ''}.`,
        f.has('subject') ? 'Zmieniono tytuł.' : '',
        f.has('contact') ? 'Zmieniono imię i\u00a0nazwisko lub telefon.' : '',
      ]
        .filter(Boolean)
        .join(' ') || 'Potwierdzono temat i\u00a0zakres zgłoszenia.',
  ],
  'ticket.mail-failed': ['list niedoręczony', 'Nie udało się doręczyć listu.'],
  'ticket.mail-resent': ['list wysłany ponownie', 'Wysłano list jeszcze raz.'],

  'notice.added': ['nowy komunikat', 'Dodano komunikat o\u00a0znanym problemie.'],
  'notice.ended': ['koniec komunikatu', 'Zakończono komunikat.'],
  'notice.solved': ['rozwiązanie problemu', 'Rozwiązano znany problem i\u00a0odpowiedziano na powiązane zgłoszenia.'],

  'settings.changed': ['zmiana ustawienia', (f) => `Zmieniono ustawienie „${f.text('name')}”.`],
  'version.announced': ['nowa wersja', (f) => `Ogłoszono wersję ${f.text('version')}.`],
  'macro.added': ['nowy tekst', 'Dodano gotowy tekst.'],
  'macro.changed': ['zmiana tekstu', 'Zmieniono gotowy tekst.'],
  'macro.archived': ['archiwizacja tekstu', 'Zarchiwizowano gotowy tekst.'],
  'macro.restored': ['przywrócenie tekstu', 'Przywrócono gotowy tekst.'],
  'macro.ordered': ['kolejność tekstów', 'Zmieniono kolejność gotowych tekstów.'],

  'read.ticket': ['otwarcie zgłoszenia', 'Otwarto zgłoszenie.'],
  'read.file': ['pobranie pliku', 'Pobrano plik ze zgłoszenia.'],
  'read.mail': ['odczyt listu', 'Przeczytano albo pobrano list, który przyszedł pocztą.'],
  'read.report': ['otwarcie raportu', (f) => `Otwarto raport ${range(f)}.`],
  'read.export': ['pobranie raportu', (f) => `Pobrano plik z\u00a0raportu ${range(f)}.`],

  'mail.asked': ['pytanie o\u00a0sklep', 'Zapytano nadawcę listu, z\u00a0którego jest sklepu.'],
  'mail.set-aside': ['list odłożony na bok', 'Odłożono list na bok.'],
  'mail.taken': [
    'przyjęcie listu',
    (f) =>
      f.has('ticket')
        ? 'Przyjęto list jako zgłoszenie.'
        : 'Uznano, że list jest zgłoszeniem; czeka na numer i\u00a0adres sklepu.',
  ],
  'mail.stopped': [
    'wstrzymanie poczty',
    (f) => `Wstrzymano wysyłanie listów: serwer pocztowy odmawia (${f.text('reason')}).`,
  ],
  'mail.resumed': ['wznowienie poczty', 'Wznowiono wysyłanie listów.'],

  'agent.added': [
    'nowy agent',
    (f) => `Dodano konto: ${f.agent('agent')} (${ROLES[f.text('role')] ?? f.text('role')}).`,
  ],
  'agent.disabled': ['wyłączenie konta', (f) => `Wyłączono konto: ${f.agent('agent')}.`],
  'agent.enabled': ['przywrócenie konta', (f) => `Przywrócono konto: ${f.agent('agent')}.`],
  'agent.role-changed': [
    'zmiana roli',
    (f) =>
      `Zmieniono rolę: ${f.agent('agent')}, ${ROLES[f.text('from')] ?? f.text('from')} → ${ROLES[f.text('to')] ?? f.text('to')}.`,
  ],
  'agent.code-given': [
    'kod jednorazowy',
    (f) => `Wydano kod jednorazowy: ${f.agent('agent')}. Hasło, klucze i\u00a0sesje tego konta straciły ważność.`,
  ],
  'agent.code-used': ['hasło z\u00a0kodu', 'Ustawiono hasło kodem jednorazowym.'],
  'agent.signed-in': ['zalogowanie', 'Zalogowano się przy biurku.'],
  'agent.sign-in-failed': ['nieudane logowanie', 'Nie udało się zalogować: złe hasło lub adres.'],
  'agent.signed-out': ['wylogowanie', 'Wylogowano się.'],
  'agent.signed-out-everywhere': ['wylogowanie wszędzie', 'Wylogowano się na wszystkich urządzeniach.'],
  'agent.session-ended': ['zakończenie sesji', 'Zakończono własną sesję na innym urządzeniu.'],
  'agent.password-changed': ['zmiana hasła', (f) => `Zmieniono hasło: ${f.agent('agent')}.`],
  'agent.password-refused': ['złe hasło', 'Podano złe obecne hasło.'],
  'agent.proven': ['potwierdzenie tożsamości', (f) => `Potwierdzono tożsamość ${way(f)}.`],
  'agent.proof-refused': ['odmowa potwierdzenia', (f) => `Nie udało się potwierdzić tożsamości ${way(f)}.`],
  'agent.passkey-added': ['nowy klucz dostępu', 'Dodano klucz dostępu.'],
  'agent.passkey-renamed': ['nazwa klucza dostępu', 'Zmieniono nazwę klucza dostępu.'],
  'agent.passkey-removed': ['usunięcie klucza dostępu', 'Usunięto klucz dostępu.'],
  'agent.totp-set-up': ['aplikacja z\u00a0kodami', 'Włączono kody z\u00a0aplikacji.'],
  'agent.totp-removed': ['usunięcie aplikacji', 'Wyłączono kody z\u00a0aplikacji.'],
  'agent.recovery-codes-made': ['kody zapasowe', 'Utworzono nowe kody zapasowe.'],
  'agent.recovery-code-used': ['użycie kodu zapasowego', (f) => `Użyto kodu zapasowego. Zostało: ${f.count('left')}.`],
  'agent.factors-reset': [
    'zdjęcie zabezpieczeń',
    (f) => `Usunięto klucze dostępu, aplikację i\u00a0kody konta: ${f.agent('agent')}.`,
  ],

  'shops.imported': ['import rejestru', (f) => `Wczytano rejestr sklepów: ${f.count('shops')}.`],
  'shop.licence-set': [
    'stan licencji',
    (f) =>
      f.text('to') === 'breached'
        ? 'Oznaczono naruszenie licencji sklepu.'
        : 'Cofnięto oznaczenie naruszenia licencji sklepu.',
  ],
  'shop.address-changed': [
    'zmiana adresu sklepu',
    (f) => `Zmieniono adres sklepu z\u00a0${f.text('from')} na ${f.text('to')}.`,
  ],
  'shop.address-added': ['nowy adres', (f) => `Dodano adres sklepu: ${f.text('host')}.`],
  'shop.address-ended': ['koniec adresu', (f) => `Zakończono adres sklepu: ${f.text('host')}.`],
  'shop.signature-set': [
    'wymaganie podpisu',
    (f) => (f.text('to') === 'required' ? 'Włączono wymaganie podpisu panelu.' : 'Wyłączono wymaganie podpisu panelu.'),
  ],
  'shop.sessions-ended': ['koniec sesji sklepu', (f) => `Zakończono wszystkie sesje sklepu: ${f.count('sessions')}.`],
  'shop-secret.made': ['nowy sekret', (f) => `Utworzono sekret podpisu ${f.text('kid')}.`],
  'shop-secret.revoked': ['unieważnienie sekretu', (f) => `Unieważniono sekret podpisu ${f.text('kid')}.`],
  'package.added': [
    'nowy pakiet',
    (f) =>
      `Dodano pakiet pomocy na ${f.count('months')}\u00a0${form(f.count('months'), 'miesiąc', 'miesiące', 'miesięcy')}, kupiony ${f.day('purchasedOn')}.`,
  ],
  'shop.added': ['nowy sklep', 'Dodano sklep do rejestru.'],
  'shop.changed': [
    'zmiana danych sklepu',
    (f) =>
      f.has('ticket')
        ? `Zgłoszenie ${f.text('ticket')} rozwiązano: instalacja jest wykonana.`
        : 'Zmieniono dane sklepu w\u00a0rejestrze.',
  ],
  'shop.ended': ['koniec sklepu', 'Zakończono sklep w\u00a0rejestrze.'],
  'api-key.made': ['nowy klucz systemu', (f) => `Utworzono klucz systemu ${f.text('key')}.`],
  'api-key.revoked': ['unieważnienie klucza systemu', (f) => `Unieważniono klucz systemu ${f.text('key')}.`],

  'block.added': [
    'nowa blokada',
    (f) =>
      f.has('range')
        ? `Zablokowano adresy ${f.text('range')} do ${f.moment('until')}.`
        : `Zablokowano niepotwierdzone zgłoszenia sklepu do ${f.moment('until')}.`,
  ],
  'block.lifted': ['zdjęcie blokady', 'Zdjęto blokadę.'],
  'alarm.raised': ['alarm', (f) => `Alarm: ${ALARMS[f.text('kind')] ?? f.text('kind')}.`],
  'alarm.acknowledged': ['przyjęcie alarmu', 'Przyjęto alarm do wiadomości.'],
};
