mergeInto(LibraryManager.library, {
  // The page's one key pair, as a promise. Not extractable, and kept nowhere else.
  $proofKey: {
    parameters: {name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256'},
    pair: null,
  },

  // Hands bytes to one of the functions of proof.cpp.
  $proofWithBytes__deps: ['malloc', 'free'],
  $proofWithBytes: function(bytes, use) {
    const at = _malloc(bytes.length || 1);
    HEAPU8.set(bytes, at);
    use(at, bytes.length);
    _free(at);
  },

  proofPrepare__deps: ['$proofKey', '$proofWithBytes'],
  proofPrepare: function(signer, id, accessToken, size) {
    const token = HEAPU8.slice(accessToken, accessToken + size);
    proofKey.pair = proofKey.pair ||
        crypto.subtle.generateKey(proofKey.parameters, false, ['sign', 'verify']);
    function prepared(publicKey, digest) {
      proofWithBytes(new TextEncoder().encode(publicKey), function(key, keySize) {
        proofWithBytes(digest, function(at, digestSize) {
          _proofOnPrepared(signer, id, key, keySize, at, digestSize);
        });
      });
    }
    proofKey.pair
        .then(function(pair) {
          return Promise.all([
            crypto.subtle.exportKey('jwk', pair.publicKey), crypto.subtle.digest('SHA-256', token)
          ]);
        })
        .then(
            function(made) { prepared(JSON.stringify(made[0]), new Uint8Array(made[1])); },
            function() { prepared('', new Uint8Array(0)); });
  },

  proofSign__deps: ['$proofKey', '$proofWithBytes'],
  proofSign: function(signer, id, input, size) {
    const signed = HEAPU8.slice(input, input + size);
    function done(signature) {
      proofWithBytes(signature, function(at, length) {
        _proofOnSignature(signer, id, at, length);
      });
    }
    proofKey.pair
        .then(function(pair) {
          return crypto.subtle.sign(proofKey.parameters, pair.privateKey, signed);
        })
        .then(
            function(signature) { done(new Uint8Array(signature)); },
            function() { done(new Uint8Array(0)); });
  },
});
