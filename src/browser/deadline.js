mergeInto(LibraryManager.library, {
  deadlineStartTimer: function(deadline, milliseconds) {
    return setTimeout(function() {
      _deadlineOnTimer(deadline);
    }, milliseconds);
  },
  deadlineStopTimer: function(timer) {
    clearTimeout(timer);
  },
});
