mergeInto(LibraryManager.library, {
  // The way of old: where the newer one is not offered, or comes too late after the key or click.
  $copyByCommand: function(text) {
    const put = function(event) {
      event.preventDefault();
      event.clipboardData.setData('text/plain', text);
    };
    document.addEventListener('copy', put);
    try {
      return document.execCommand('copy');
    } catch (refused) {
      return false;
    } finally {
      document.removeEventListener('copy', put);
    }
  },

  clipboardCopy__deps: ['$copyByCommand', '$textAt'],
  clipboardCopy: function(clipboard, address, size) {
    const text = textAt(address, size);
    const answer = function(copied) { _clipboardOnDone(clipboard, copied ? 1 : 0); };
    if (!navigator.clipboard) {
      answer(copyByCommand(text));
      return;
    }
    navigator.clipboard.writeText(text).then(
        function() { answer(true); },
        function() { answer(copyByCommand(text)); });
  },
});
