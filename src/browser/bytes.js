// How text and bytes cross between WebAssembly and JavaScript. Each .js file of this folder is the
// JavaScript half of the .cpp file of the same name, linked into the program with --js-library; it
// holds what only JavaScript can call, and no decisions. Library functions are written as
// `name: function() {}` because older Emscripten reads no other form.
mergeInto(LibraryManager.library, {
  // The UTF-8 text at an address. Copies, because decoders refuse memory that can grow.
  $textAt: function(address, size) {
    return new TextDecoder().decode(HEAPU8.slice(address, address + size));
  },

  // Puts bytes into a std::string.
  $giveBytes: function(receiver, bytes) {
    HEAPU8.set(bytes, _bytesResize(receiver, bytes.length));
  },

  $giveText__deps: ['$giveBytes'],
  $giveText: function(receiver, text) {
    giveBytes(receiver, new TextEncoder().encode(text));
  },
});
