mergeInto(LibraryManager.library, {
  pageLooksSetLanguage: function(tag) {
    document.documentElement.lang = UTF8ToString(tag);
  },

  // Colours come as ImGui has them, red in the lowest byte.
  pageLooksApply: function(ink, faint, page, textPercent) {
    const style = document.documentElement.style;
    const colour = function(packed) {
      return 'rgb(' + [packed & 255, packed >> 8 & 255, packed >> 16 & 255].join(' ') + ')';
    };
    style.setProperty('--ink', colour(ink));
    style.setProperty('--faint', colour(faint));
    style.setProperty('--paper', colour(page));
    style.setProperty('--text-size', textPercent / 100);
  },
});
