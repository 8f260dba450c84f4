// What module loaders leave behind on a page of that age: a UMD script takes the wrong branch here.
var module = { exports: {} };
var exports = module.exports;
function define() {}
define.amd = {};

function byId(id) {
  return document.getElementById(id);
}

// Tabs: the panel of a tab not chosen has display: none, with all the facts in it.
function chooseTab(chosen) {
  var tabs = document.querySelectorAll('[role=tab]');
  for (var i = 0; i < tabs.length; i++) {
    var isChosen = tabs[i] === chosen;
    tabs[i].setAttribute('aria-selected', String(isChosen));
    tabs[i].tabIndex = isChosen ? 0 : -1;
    byId(tabs[i].getAttribute('aria-controls')).style.display = isChosen ? 'block' : 'none';
  }
}

function startTabs() {
  var tabs = document.querySelectorAll('[role=tab]');
  for (var i = 0; i < tabs.length; i++) {
    tabs[i].onclick = function () {
      chooseTab(this);
    };
    tabs[i].onkeydown = function (event) {
      var next = event.keyCode === 39 ? this.nextElementSibling : event.keyCode === 37 ? this.previousElementSibling : null;
      if (!next) return;
      chooseTab(next);
      next.focus();
    };
  }
}

function showPreview(isOpen) {
  byId('preview-text').textContent = byId('description').value;
  byId('preview-overlay').style.display = byId('preview').style.display = isOpen ? 'block' : 'none';
  byId(isOpen ? 'preview-close' : 'preview-open').focus();
}

// An open window takes the focus back from all that is outside it.
function keepFocus(event) {
  var preview = byId('preview');
  if (preview.style.display === 'block' && !preview.contains(event.target)) preview.focus();
}

function startPreview() {
  byId('preview-open').onclick = function () {
    showPreview(true);
  };
  byId('preview-close').onclick = function () {
    showPreview(false);
  };
  byId('preview').onkeydown = function (event) {
    if (event.keyCode === 27) showPreview(false);
  };
  document.addEventListener('focusin', keepFocus);
}

function startSearch() {
  byId('search').onkeyup = function () {
    var rows = byId('list').rows;
    var wanted = this.value.toLowerCase();
    for (var i = 1; i < rows.length; i++) {
      rows[i].style.display = rows[i].textContent.toLowerCase().indexOf(wanted) < 0 ? 'none' : '';
    }
  };
}

window.onload = function () {
  startTabs();
  if (byId('preview')) startPreview();
  if (byId('search')) startSearch();
};
