mergeInto(LibraryManager.library, {
  historyPush: function(screen) {
    history.pushState(screen, '');
  },
  historyWatch: function(moved) {
    window.addEventListener('popstate', function(event) {
      _historyOnMoved(moved, Number.isInteger(event.state) ? event.state : 0);
    });
  },
});
