// An old panel's habits, each of them a trap for a script that lives on the page with it.

// What a JavaScript library of 2007 left behind: inside JSON.stringify an array becomes a string.
Array.prototype.toJSON = function () {
  var parts = [];
  for (var i = 0; i < this.length; i++) parts.push(JSON.stringify(this[i]));
  return '[' + parts.join(', ') + ']';
};

function openMailbox() {
  window.location.href = '/sklep/zarzadzanie/pomoc.php';
}

var chosenRow = 0;

function rowsOfList() {
  var list = document.getElementById('list');
  return list ? list.rows : [];
}

function chooseRow(index) {
  var list = rowsOfList();
  if (index >= list.length) return;
  for (var i = 0; i < list.length; i++) list[i].className = i > 0 && i === index ? 'chosen' : '';
  chosenRow = index;
}

function isField(element) {
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

// The arrows walk through the list and Esc gives up, whatever is focused: a field inside a shadow root looks like no field.
document.onkeydown = function (event) {
  if (event.keyCode === 27) {
    chooseRow(0);
    document.activeElement.blur();
    event.preventDefault();
  }
  if (isField(event.target) || !rowsOfList().length) return;
  if (event.keyCode === 37 || event.keyCode === 39) event.preventDefault();
  if (event.keyCode === 38 || event.keyCode === 40) {
    chooseRow(Math.max(1, chosenRow + (event.keyCode === 40 ? 1 : -1)));
    event.preventDefault();
  }
};

function search() {
  var list = rowsOfList();
  var text = document.getElementById('search').value.toLowerCase();
  for (var i = 1; i < list.length; i++) {
    list[i].style.display = list[i].textContent.toLowerCase().indexOf(text) < 0 ? 'none' : '';
  }
}

window.onload = function () {
  var inputs = document.getElementsByTagName('input');
  for (var i = 0; i < inputs.length; i++) {
    // No form goes out by a slip of the Enter key…
    inputs[i].addEventListener('keydown', function (event) {
      if (event.keyCode === 13 && this.type !== 'submit') {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    // …and what is left behind is tidied up.
    inputs[i].addEventListener('blur', function () {
      if (this.getAttribute('type').toLowerCase() === 'text' && !this.readOnly) {
        this.value = this.value.replace(/^\s+|\s+$/g, '');
      }
    });
  }
  if (document.getElementById('search')) document.getElementById('search').onkeyup = search;
};
