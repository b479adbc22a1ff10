mergeInto(LibraryManager.library, {
  // Safari reads the blob only after the click has been dealt with: the address lives a little
  // longer than it.
  $downloadLifetime: 10000,

  downloadFile__deps: ['$downloadLifetime', '$textAt'],
  downloadFile: function(name, nameSize, mediaType, mediaTypeSize, content, contentSize) {
    const blob = new Blob([HEAPU8.slice(content, content + contentSize)],
                          { type: textAt(mediaType, mediaTypeSize) });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = textAt(name, nameSize);
    link.click();
    setTimeout(function() { URL.revokeObjectURL(link.href); }, downloadLifetime);
  },
});
