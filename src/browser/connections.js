mergeInto(LibraryManager.library, {
  connectionsLock__deps: ['$textAt'],
  connectionsLock: function(policy, size) {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = textAt(policy, size);
    document.head.append(meta);
  },
});
