#include "browser/http.h"

#include <emscripten/emscripten.h>
#include <emscripten/fetch.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "browser/response_headers.h"

extern "C" {
int httpWasRedirected(unsigned int fetchId, const char* url, std::size_t size);
void httpDetach(unsigned int fetchId);
int httpIsOffline();
}

namespace browser {
namespace {

std::string_view methodName(net::Method method) {
  switch (method) {
    case net::Method::Get:
      return "GET";
    case net::Method::Post:
      return "POST";
    case net::Method::Put:
      return "PUT";
  }
  return "GET";
}

std::vector<net::Header> headersOf(emscripten_fetch_t* fetch) {
  // Older versions count the closing NUL byte here, newer ones do not; both write it.
  std::string block(emscripten_fetch_get_response_headers_length(fetch) + 1, '\0');
  emscripten_fetch_get_response_headers(fetch, block.data(), block.size());
  return parseResponseHeaders(block.c_str());
}

}  // namespace

/// One request under way. emscripten_fetch reports through plain functions, which find it by the
/// fetch's userData; the fetch is closed with it.
class HttpClient::Exchange {
 public:
  Exchange(HttpClient& client, std::uint32_t key, net::Request request, Done done)
      : client_(client), key_(key), request_(std::move(request)), done_(std::move(done)) {}
  ~Exchange();
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  /// Returns the fetch. May end the exchange before it returns.
  emscripten_fetch_t* start();
  void hold(emscripten_fetch_t* fetch) { fetch_ = fetch; }
  Done takeDone() { return std::move(done_); }

 private:
  static Exchange& of(emscripten_fetch_t* fetch) {
    return *static_cast<Exchange*>(fetch->userData);
  }

  void onProgress();
  void onEnd();
  bool isTooLarge(std::uint64_t bytes) const { return bytes > request_.maximumBytes; }
  net::TransportError failure() const;

  HttpClient& client_;
  std::uint32_t key_;
  net::Request request_;
  Done done_;
  double startedAt_ = 0;
  emscripten_fetch_t* fetch_ = nullptr;
  bool closing_ = false;
};

emscripten_fetch_t* HttpClient::Exchange::start() {
  emscripten_fetch_attr_t attributes;
  emscripten_fetch_attr_init(&attributes);
  const std::string_view method = methodName(request_.method);
  std::copy(method.begin(), method.end(), attributes.requestMethod);
  attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY;
  attributes.withCredentials = false;
  attributes.timeoutMSecs = request_.timeoutMilliseconds;
  attributes.userData = this;
  attributes.onprogress = [](emscripten_fetch_t* fetch) {
    of(fetch).hold(fetch);
    of(fetch).onProgress();
  };
  const auto onEnd = [](emscripten_fetch_t* fetch) {
    of(fetch).hold(fetch);
    of(fetch).onEnd();
  };
  attributes.onsuccess = onEnd;
  attributes.onerror = onEnd;
  if (!request_.body.empty()) {
    attributes.requestData = request_.body.data();
    attributes.requestDataSize = request_.body.size();
  }
  std::vector<const char*> headers;
  for (const net::Header& header : request_.headers) {
    headers.push_back(header.name.c_str());
    headers.push_back(header.value.c_str());
  }
  headers.push_back(nullptr);
  attributes.requestHeaders = headers.data();
  startedAt_ = emscripten_get_now();
  return emscripten_fetch(&attributes, request_.url.c_str());
}

HttpClient::Exchange::~Exchange() {
  if (fetch_ == nullptr) return;
  closing_ = true;  // Closing what is under way calls onerror once more.
  httpDetach(fetch_->id);
  emscripten_fetch_close(fetch_);
}

void HttpClient::Exchange::onProgress() {
  if (isTooLarge(std::max(fetch_->dataOffset + fetch_->numBytes, fetch_->totalBytes))) {
    client_.finish(key_, net::TransportError::TooLarge);
  }
}

void HttpClient::Exchange::onEnd() {
  if (closing_) return;
  if (fetch_->status == 0) return client_.finish(key_, failure());
  if (isTooLarge(fetch_->numBytes)) return client_.finish(key_, net::TransportError::TooLarge);
  if (httpWasRedirected(fetch_->id, request_.url.data(), request_.url.size()) != 0) {
    return client_.finish(key_, net::TransportError::Redirected);
  }
  net::Response response{.status = fetch_->status, .headers = headersOf(fetch_), .body = {}};
  if (fetch_->data != nullptr) {
    response.body.assign(fetch_->data, static_cast<std::size_t>(fetch_->numBytes));
  }
  client_.finish(key_, std::move(response));
}

net::TransportError HttpClient::Exchange::failure() const {
  if (emscripten_get_now() - startedAt_ >= request_.timeoutMilliseconds) {
    return net::TransportError::Timeout;
  }
  return httpIsOffline() != 0 ? net::TransportError::Offline : net::TransportError::Unreachable;
}

HttpClient::HttpClient() = default;
HttpClient::~HttpClient() = default;

void HttpClient::send(net::Request request, Done done) {
  const std::uint32_t key = ++lastKey_;
  auto& exchange = exchanges_[key];
  exchange = std::make_unique<Exchange>(*this, key, std::move(request), std::move(done));
  emscripten_fetch_t* fetch = exchange->start();
  const auto found = exchanges_.find(key);
  if (found != exchanges_.end()) found->second->hold(fetch);
}

void HttpClient::cancelAll() {
  exchanges_.clear();
}

void HttpClient::finish(std::uint32_t key, Outcome outcome) {
  const auto found = exchanges_.find(key);
  if (found == exchanges_.end()) return;
  const std::unique_ptr<Exchange> exchange = std::move(found->second);
  exchanges_.erase(found);
  exchange->takeDone()(std::move(outcome));
}

}  // namespace browser
