#include "browser/storage.h"

#include <emscripten/em_macros.h>

#include <cstddef>

#include "browser/bytes.h"

extern "C" {
int storageStoreAuthorization(const char* key, std::size_t keySize, const char* record,
                              std::size_t recordSize);
void storageRemoveAuthorization(const char* key, std::size_t size);
void storageListAuthorizations(std::vector<app::StoredRecord>* records);
void storageStoreSettings(const char* settings, std::size_t size);
void storageReadSettings(std::string* receiver);

EMSCRIPTEN_KEEPALIVE void storageAddRecord(std::vector<app::StoredRecord>* records) {
  records->emplace_back();
}
EMSCRIPTEN_KEEPALIVE std::string* storageLastKey(std::vector<app::StoredRecord>* records) {
  return &records->back().key;
}
EMSCRIPTEN_KEEPALIVE std::string* storageLastValue(std::vector<app::StoredRecord>* records) {
  return &records->back().value;
}
}

namespace browser {

bool storeAuthorization(std::string_view key, std::string_view record) {
  return storageStoreAuthorization(key.data(), key.size(), record.data(), record.size()) != 0;
}

void removeAuthorization(std::string_view key) {
  storageRemoveAuthorization(key.data(), key.size());
}

std::vector<app::StoredRecord> storedAuthorizations() {
  std::vector<app::StoredRecord> records;
  storageListAuthorizations(&records);
  return records;
}

void storeSettings(std::string_view settings) {
  storageStoreSettings(settings.data(), settings.size());
}

std::string storedSettings() {
  return textFrom(storageReadSettings);
}

}  // namespace browser
