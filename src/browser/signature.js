mergeInto(LibraryManager.library, {
  // The names of RFC 7518 and RFC 8037 in the terms of the Web Cryptography API.
  $signatureAlgorithms: {
    RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    RS384: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
    PS256: { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 },
    ES256: { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
    ES384: { name: 'ECDSA', hash: 'SHA-384', namedCurve: 'P-384' },
    EdDSA: { name: 'Ed25519' },
  },

  signatureVerify__deps: ['$signatureAlgorithms', '$textAt'],
  signatureVerify: function(verifier, algorithm, algorithmSize, key, keySize, input, inputSize,
                            signature, signatureSize) {
    const parameters = signatureAlgorithms[textAt(algorithm, algorithmSize)];
    const publicKey = JSON.parse(textAt(key, keySize));
    const signed = HEAPU8.slice(input, input + inputSize);
    const claimed = HEAPU8.slice(signature, signature + signatureSize);
    crypto.subtle.importKey('jwk', publicKey, parameters, false, ['verify'])
        .then(function(imported) {
          return crypto.subtle.verify(parameters, imported, claimed, signed);
        })
        .then(
            function(valid) { return { supported: true, valid: valid }; },
            function(error) { return { supported: error.name !== 'NotSupportedError' }; })
        .then(function(result) {
          _signatureOnVerdict(verifier, result.supported ? 1 : 0, result.valid ? 1 : 0);
        });
  },
});
