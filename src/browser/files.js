mergeInto(LibraryManager.library, {
  // The dialogue of a file input that is never shown itself. `most` keeps a mistaken choice of a
  // film from filling the memory: a larger file is read as empty, which the app reports.
  $files: {input: null, most: 256 * 1024 * 1024},

  filesWatch__deps: ['$files', '$giveText', '$giveBytes'],
  filesWatch: function(chooser) {
    function read(file) {
      if (!file) return;
      const part = file.size > files.most ? file.slice(0, 0) : file;
      part.arrayBuffer().then(function(buffer) {
        giveText(_filesName(chooser), file.name);
        giveBytes(_filesContent(chooser), new Uint8Array(buffer));
        _filesOnChosen(chooser);
      });
    }
    files.input = document.createElement('input');
    files.input.type = 'file';
    files.input.accept = '.json,.ndjson,application/json,application/fhir+json';
    files.input.addEventListener('change', function() {
      read(files.input.files[0]);
      // The same file can be chosen again.
      files.input.value = '';
    });
    window.addEventListener('dragover', function(event) { event.preventDefault(); });
    window.addEventListener('drop', function(event) {
      event.preventDefault();
      read(event.dataTransfer && event.dataTransfer.files[0]);
    });
  },

  filesOpen__deps: ['$files'],
  filesOpen: function() { files.input.click(); },
});
