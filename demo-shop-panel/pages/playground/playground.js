// Shows every attribute and call live. It builds the tag that it shows: what is copied is what runs here.

const attributes = document.getElementById('attributes');
const snippet = document.getElementById('snippet');
const log = document.getElementById('log');

/** The calls as buttons, each as one would write it. */
const CALLS = [
  ['open'],
  ['open', { topic: 'configuration', subject: 'Darmowa dostawa', description: 'Gdzie ustawić próg?' }],
  ['close'],
  ['toggle'],
  ['prefill', { email: 'biuro@sklep.pl', name: 'Anna Nowak' }],
  ['hide'],
  ['show'],
  ['context', { order: '1234' }],
  ['mount', document.getElementById('inline')],
  ['state'],
  ['doctor'],
  ['destroy'],
];

const EVENTS = ['ready', 'open', 'close', 'ticket-created', 'reply', 'error'];

function write(text) {
  const line = document.createElement('li');
  line.textContent = text;
  log.prepend(line);
}

function shown(details) {
  return details
    .map((detail) => {
      if (detail instanceof Element) return `document.getElementById('${detail.id}')`;
      return typeof detail === 'string' ? `'${detail}'` : JSON.stringify(detail);
    })
    .join(', ');
}

/** The data attributes that are set, by name. */
function given() {
  const fields = [...attributes.elements].filter((field) => field.name && field.value);
  return fields.map((field) => [field.name, field.value]);
}

/** Takes the present tag out and puts one with the attributes in. */
async function embed() {
  if (window.SGPomoc) await window.SGPomoc('destroy');
  for (const old of document.querySelectorAll('script[async]')) old.remove();
  const tag = document.createElement('script');
  tag.async = true;
  tag.charset = 'utf-8';
  tag.src = snippet.dataset.src;
  for (const [name, value] of given()) tag.dataset[name] = value;
  document.body.append(tag);
  const words = given().map(([name, value]) => {
    const quoted = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    return `\n        data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${quoted}"`;
  });
  snippet.textContent = `<script async charset="utf-8" src="${tag.src}"${words.join('')}></scr${'ipt'}>`;
}

async function call(details) {
  if (!window.SGPomoc) {
    write('SGPomoc jeszcze nie ma');
    return;
  }
  try {
    const result = await window.SGPomoc(...details);
    write(`SGPomoc(${shown(details)}) → ${result === undefined ? 'gotowe' : JSON.stringify(result, null, 1)}`);
  } catch (error) {
    write(`SGPomoc(${shown(details)}) → ${error.name} ${error.code ?? ''}: ${error.message}`);
  }
}

/** A call as typed: a name in quotes, and JSON behind a comma. */
function read(typed) {
  const [, , name, rest] = /^\s*(['"])([\w-]+)\1\s*(?:,\s*(.+))?$/s.exec(typed) ?? [];
  if (!name) throw new SyntaxError(typed);
  return rest === undefined ? [name] : [name, ...JSON.parse(`[${rest}]`)];
}

attributes.addEventListener('change', embed);
attributes.addEventListener('submit', (event) => event.preventDefault());

for (const details of CALLS) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = shown(details);
  button.addEventListener('click', () => call(details));
  document.getElementById('calls').append(button);
}

document.getElementById('own').addEventListener('submit', (event) => {
  event.preventDefault();
  try {
    call(read(event.currentTarget.elements.call.value));
  } catch {
    write('Tego nie da się odczytać: nazwa w apostrofach, po przecinku dane jako JSON');
  }
});

document.getElementById('copy').addEventListener('click', async () => {
  const copied = document.getElementById('copied');
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = 'Skopiowano';
  } catch {
    getSelection().selectAllChildren(snippet);
    copied.textContent = 'Zaznaczono – naciśnij Ctrl+C';
  }
});

for (const event of EVENTS) {
  addEventListener(`sgpomoc:${event}`, ({ detail }) => write(`sgpomoc:${event} ${detail ? JSON.stringify(detail) : ''}`));
}
embed();
