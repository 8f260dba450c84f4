const byId = (id) => document.getElementById(id);

const section = document.querySelector(`.menu [data-section="${document.body.dataset.section}"]`);
section?.setAttribute('aria-current', 'page');

// A list narrows down while one types in its search field.
byId('filter')?.addEventListener('input', (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  const rows = [...byId('list').tBodies[0].rows];
  for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  byId('list-empty').textContent = rows.every((row) => row.hidden) ? 'Nic nie pasuje do wpisanego tekstu.' : '';
});

// A real modal: all else on the page is inert while it is open.
byId('remove')?.addEventListener('click', () => byId('remove-dialog').showModal());

const sessionMilliseconds = 30 * 60 * 1000;
let sessionEnd = Date.now() + sessionMilliseconds;

function showSession() {
  const seconds = Math.max(0, Math.round((sessionEnd - Date.now()) / 1000));
  byId('session-left').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  if (seconds === 0 && byId('session-over')?.hidden) {
    byId('session-over').hidden = false;
    byId('session-renew').focus();
  }
}

byId('session-renew')?.addEventListener('click', () => {
  sessionEnd = Date.now() + sessionMilliseconds;
  byId('session-over').hidden = true;
});

setInterval(showSession, 1000);
