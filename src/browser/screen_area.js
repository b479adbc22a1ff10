mergeInto(LibraryManager.library, {
  screenAreaWatch: function(area) {
    const app = document.getElementById('app');
    const resized = function() {
      _screenAreaOnResize(area, app.clientWidth, app.clientHeight, window.devicePixelRatio);
    };

    // A resolution query matches one density only, so it is asked anew after every change.
    const watchResolution = function() {
      const query = matchMedia('(resolution: ' + window.devicePixelRatio + 'dppx)');
      query.addEventListener('change', function() {
        watchResolution();
        resized();
      }, { once: true });
    };

    const queries = [
      '(prefers-reduced-motion: reduce)', '(prefers-color-scheme: dark)',
      '(prefers-contrast: more)', '(pointer: coarse)', '(forced-colors: active)',
    ].map(function(query) { return matchMedia(query); });
    const preferred = function() {
      const on = queries.map(function(query) { return query.matches ? 1 : 0; });
      _screenAreaOnPreferences(area, on[0], on[1], on[2] || on[4], on[3]);
    };

    preferred();
    resized();
    queries.forEach(function(query) { query.addEventListener('change', preferred); });
    watchResolution();
    new ResizeObserver(resized).observe(app);
  },
});
