// What emscripten_fetch does not tell or do: the address that answered, and really ending a request.
mergeInto(LibraryManager.library, {
  $requestOf__deps: ['$Fetch'],
  $requestOf: function(fetchId) {
    return Fetch.xhrs.get ? Fetch.xhrs.get(fetchId) : Fetch.xhrs[fetchId - 1];
  },

  httpWasRedirected__deps: ['$requestOf', '$textAt'],
  httpWasRedirected: function(fetchId, url, size) {
    const asked = new URL(textAt(url, size), location.href);
    asked.hash = '';
    return requestOf(fetchId).responseURL === asked.href ? 0 : 1;
  },

  httpDetach__deps: ['$requestOf'],
  httpDetach: function(fetchId) {
    const request = requestOf(fetchId);
    request.onload = request.onerror = request.ontimeout = null;
    request.onprogress = request.onreadystatechange = null;
    request.abort();
  },

  httpIsOffline: function() {
    return navigator.onLine ? 0 : 1;
  },
});
