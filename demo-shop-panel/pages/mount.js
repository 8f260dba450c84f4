// As docs/embedding.md has it: calls wait in the stub until the help is there.
window.SGPomoc =
  window.SGPomoc ||
  function () {
    (SGPomoc.q = SGPomoc.q || []).push(arguments);
  };
SGPomoc('mount', document.getElementById('formularz'));
