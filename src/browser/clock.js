mergeInto(LibraryManager.library, {
  // Date counts the offset from local time to UTC; the app counts it from UTC to local time.
  clockUtcOffsetMinutes: function() {
    return -new Date().getTimezoneOffset();
  },
});
