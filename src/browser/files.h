#pragma once

#include <functional>
#include <string>

/// Files that the user hands to the app. They are read in the browser and go nowhere.
namespace browser {

struct ChosenFile {
  std::string name;
  std::string content;
};

/// Takes files from the browser's file dialogue, and files dropped on the page. One a page.
class FileChooser {
 public:
  using Chosen = std::function<void(ChosenFile)>;

  explicit FileChooser(Chosen chosen);
  FileChooser(const FileChooser&) = delete;
  FileChooser& operator=(const FileChooser&) = delete;

  /// Opens the dialogue. Browsers allow that only shortly after the user did something.
  void open();

  // Called from JavaScript.
  ChosenFile& incoming() { return incoming_; }
  void onChosen();

 private:
  Chosen chosen_;
  ChosenFile incoming_;
};

}  // namespace browser
