mergeInto(LibraryManager.library, {
  keyboardWatch: function(keyboard) {
    const keys = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    const pass = function(event, down) {
      const key = keys.indexOf(event.key);
      // Inputs and tabs use these keys themselves; with a modifier they are the browser's.
      const used = event.target.matches('input, [role=tab]');
      if (key < 0 || used || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      _keyboardOnKey(keyboard, key, down);
    };
    document.addEventListener('keydown', function(event) { pass(event, 1); });
    document.addEventListener('keyup', function(event) { pass(event, 0); });
  },
});
