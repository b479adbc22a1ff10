// A browser may refuse storage by throwing, even when it is only named: hence every access is tried.
mergeInto(LibraryManager.library, {
  $storageKeys: { authorization: 'framingham.authorization.', settings: 'framingham.settings' },

  storageStoreAuthorization__deps: ['$storageKeys', '$textAt'],
  storageStoreAuthorization: function(key, keySize, record, recordSize) {
    const name = storageKeys.authorization + textAt(key, keySize);
    const value = textAt(record, recordSize);
    try {
      sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name) === value ? 1 : 0;
    } catch (refused) {
      return 0;
    }
  },

  storageRemoveAuthorization__deps: ['$storageKeys', '$textAt'],
  storageRemoveAuthorization: function(key, size) {
    try {
      sessionStorage.removeItem(storageKeys.authorization + textAt(key, size));
    } catch (refused) {
      // Nothing could have been stored either.
    }
  },

  storageListAuthorizations__deps: ['$storageKeys', '$giveText'],
  storageListAuthorizations: function(records) {
    try {
      Object.keys(sessionStorage).forEach(function(name) {
        if (!name.startsWith(storageKeys.authorization)) return;
        _storageAddRecord(records);
        giveText(_storageLastKey(records), name.slice(storageKeys.authorization.length));
        giveText(_storageLastValue(records), sessionStorage.getItem(name));
      });
    } catch (refused) {
      // Nothing could have been stored either.
    }
  },

  storageStoreSettings__deps: ['$storageKeys', '$textAt'],
  storageStoreSettings: function(settings, size) {
    try {
      localStorage.setItem(storageKeys.settings, textAt(settings, size));
    } catch (refused) {
      // The settings hold until the page is closed.
    }
  },

  storageReadSettings__deps: ['$storageKeys', '$giveText'],
  storageReadSettings: function(receiver) {
    try {
      giveText(receiver, localStorage.getItem(storageKeys.settings) || '');
    } catch (refused) {
      // As on a first visit.
    }
  },
});
