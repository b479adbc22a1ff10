#include "fhir/resource_text.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "fhir/json_scanner.h"

namespace fhir {
namespace {

/// Records a text that is one object, as far as JsonScanner can put it right.
class Recording final : private ScanHandler {
 public:
  explicit Recording(std::string_view text) : scanner_(*this) {
    scanner_.feed(text);
    scanner_.end();
  }

  /// Empty when the text is anything but one well-formed object.
  const std::optional<std::string>& object() const { return object_; }

 private:
  void opened(char /*bracket*/) override {
    if (scanner_.depth() != 1) return;
    if (hasBegun_) isRefused_ = true;
    hasBegun_ = true;
    scanner_.startRecording();
  }
  void closed() override {
    if (scanner_.depth() != 1) return;
    object_ = scanner_.takeRecording();
    if (isRefused_) object_.reset();
  }
  void keyRead(std::string_view /*key*/) override {}
  void scalarRead(std::string_view /*text*/, bool /*isString*/) override {
    if (scanner_.depth() == 0) refuse();
  }
  void failed(ScanError /*error*/, std::size_t /*line*/, std::size_t /*column*/) override {
    refuse();
  }
  void refuse() {
    isRefused_ = true;
    object_.reset();
  }

  JsonScanner scanner_;
  std::optional<std::string> object_;
  bool hasBegun_ = false;
  bool isRefused_ = false;
};

}  // namespace

base::Result<json::Value, json::ParseError> parseResource(std::string_view text,
                                                          const json::Limits& limits) {
  auto parsed = json::parse(text, limits, json::DuplicateKeys::KeepLast);
  if (parsed.ok() || parsed.error() != json::ParseError::Malformed) return parsed;
  const Recording recording(text);
  if (!recording.object()) return parsed;
  return json::parse(*recording.object(), limits, json::DuplicateKeys::KeepLast);
}

}  // namespace fhir
