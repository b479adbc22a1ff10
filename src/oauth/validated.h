#pragma once

#include <utility>

namespace oauth {

/// A value that has passed its validator. Only `Validator`, a class that is defined nowhere but in
/// one source file, can make one; whoever holds one need not check again.
template <typename Content, typename Validator>
class Validated {
 public:
  const Content& operator*() const { return content_; }
  const Content* operator->() const { return &content_; }

 private:
  friend Validator;
  explicit Validated(Content content) : content_(std::move(content)) {}

  Content content_;
};

}  // namespace oauth
