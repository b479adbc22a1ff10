mergeInto(LibraryManager.library, {
  cryptoFillRandom: function(bytes, size) {
    HEAPU8.set(crypto.getRandomValues(new Uint8Array(size)), bytes);
  },

  cryptoDigest__deps: ['malloc', 'free'],
  cryptoDigest: function(maker, text, size) {
    crypto.subtle.digest('SHA-256', HEAPU8.slice(text, text + size)).then(function(digest) {
      const at = _malloc(digest.byteLength);
      HEAPU8.set(new Uint8Array(digest), at);
      _cryptoOnDigest(maker, at);
      _free(at);
    });
  },
});
