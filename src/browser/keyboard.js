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
    // A printable key that no field takes may be a shortcut. Firefox would search the page for what
    // follows a slash.
    const type = function(event) {
      const typed = event.key.length === 1 ? event.key.charCodeAt(0) : 0;
      const taken = event.target.matches('input[type=text], input[type=search], textarea');
      if (typed <= 32 || typed > 126 || taken || event.repeat || event.isComposing) return;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === '/') event.preventDefault();
      _keyboardOnCharacter(keyboard, typed);
    };
    document.addEventListener('keydown', function(event) {
      pass(event, 1);
      type(event);
    });
    document.addEventListener('keyup', function(event) { pass(event, 0); });
  },
});
