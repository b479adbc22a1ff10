// `framingham` is what web/start.js prepared before this program was loaded.
mergeInto(LibraryManager.library, {
  pageGetAddress__deps: ['$giveText'],
  pageGetAddress: function(receiver) {
    giveText(receiver, location.origin + location.pathname);
  },

  pageGetLanguages__deps: ['$giveText'],
  pageGetLanguages: function(receiver) {
    giveText(receiver, navigator.languages.join(','));
  },

  pageTakeQuery__deps: ['$giveText'],
  pageTakeQuery: function(receiver) {
    giveText(receiver, window['framingham']['takeQuery']());
  },

  pageTakeFragment__deps: ['$giveText'],
  pageTakeFragment: function(receiver) {
    giveText(receiver, window['framingham']['takeFragment']());
  },

  pageNavigate__deps: ['$textAt'],
  pageNavigate: function(url, size) {
    location.assign(textAt(url, size));
  },

  // A part that is wrong is an unhandled rejection, which web/start.js puts into words.
  pageLoadPart__deps: ['$textAt', '$giveBytes'],
  pageLoadPart: function(name, size, content, loaded) {
    window['framingham']['load'](textAt(name, size)).then(function(bytes) {
      giveBytes(content, new Uint8Array(bytes));
      _pageCall(loaded);
    });
  },

  pageReveal: function() {
    window['framingham']['reveal']();
  },

  pageFail__deps: ['$textAt'],
  pageFail: function(problem, size) {
    window['framingham']['fail'](textAt(problem, size));
  },

  pageWatchShown: function(shown) {
    document.addEventListener('visibilitychange', function() {
      if (document.visibilityState === 'visible') _pageCall(shown);
    });
    window.addEventListener('pageshow', function(event) {
      if (event.persisted) _pageCall(shown);
    });
  },
});
