#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// One small record with one peculiarity, and what must be read from it (data/quirks/NAME.json).
struct Quirk {
  std::string name;
  std::string asOf;
  std::vector<std::string> documents;
  nlohmann::json expect;
};

inline std::string readWhole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string bundleOf(const nlohmann::json& resources) {
  nlohmann::json bundle{{"resourceType", "Bundle"}, {"type", "collection"}};
  bundle["entry"] = nlohmann::json::array();
  for (const auto& each : resources)
    bundle["entry"].push_back({{"resource", each}});
  return bundle.dump();
}

/// "@@" stands for a megabyte of text, which no fixture should carry.
inline std::string expandMegabyte(std::string document) {
  const std::string marker = "@megabyte ";
  if (document.compare(0, marker.size(), marker) != 0) return document;
  document.erase(0, marker.size());
  const std::size_t at = document.find("@@");
  return document.replace(at, 2, std::string(1024UL * 1024UL, 'x'));
}

inline Quirk readQuirk(const std::filesystem::path& path) {
  const auto json = nlohmann::json::parse(readWhole(path), nullptr, false);
  Quirk quirk;
  quirk.name = path.stem().string();
  quirk.asOf = json.value("asOf", "");
  quirk.expect = json.value("expect", nlohmann::json::object());
  if (json.contains("resources"))
    quirk.documents.push_back(bundleOf(json.value("resources", nlohmann::json::array())));
  for (const auto& each : json.value("documents", nlohmann::json::array())) {
    quirk.documents.push_back(
        expandMegabyte(each.is_string() ? *each.get_ptr<const std::string*>() : ""));
  }
  return quirk;
}

inline std::filesystem::path pathOfQuirk(const std::string& name) {
  return std::filesystem::path(FRAMINGHAM_TEST_DATA) / "quirks" / (name + ".json");
}

/// Names only: each test reads its own fixture, not every test program all of them.
inline std::vector<std::string> quirkNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(pathOfQuirk("").parent_path()))
    names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The name of its test.
inline std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  std::string name;
  bool isStart = true;
  for (const char c : info.param) {
    if (c == '-') {
      isStart = true;
      continue;
    }
    name += isStart ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    isStart = false;
  }
  return name;
}
