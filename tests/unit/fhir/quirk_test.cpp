// Every peculiarity of real records, one small file each.
#include "quirk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "fhir/reader.h"

namespace {

using fhir::Answer;

class QuirkTest : public testing::TestWithParam<std::string> {};

std::vector<std::string> findingsOf(const fhir::ClinicalRecord& record) {
  std::vector<std::string> all;
  for (const auto& each : record.findings) {
    all.push_back(each.path + " " + std::string(fhir::name(each.code)));
  }
  return all;
}

bool hasFindingCode(const fhir::ClinicalRecord& record, const std::string& code) {
  return std::any_of(record.findings.begin(), record.findings.end(),
                     [&](const fhir::Finding& each) { return fhir::name(each.code) == code; });
}

void expectNumber(const fhir::ClinicalRecord& record, fhir::Fact fact,
                  const nlohmann::json& expected) {
  const fhir::NumberFact* found = record.number(fact);
  if (expected.is_null()) {
    EXPECT_EQ(found, nullptr) << fhir::key(fact) << " should not be known";
    return;
  }
  ASSERT_NE(found, nullptr) << fhir::key(fact) << " should be known";
  EXPECT_NEAR(found->value, expected.get<double>(), 1e-9 * expected.get<double>());
  EXPECT_FALSE(found->origin.sources.empty());
}

void expectAnswer(const fhir::ClinicalRecord& record, fhir::Fact fact,
                  const nlohmann::json& expected) {
  const fhir::AnswerFact* found = record.answer(fact);
  if (expected.is_null()) {
    EXPECT_EQ(found, nullptr) << fhir::key(fact) << " should not be known";
    return;
  }
  ASSERT_NE(found, nullptr) << fhir::key(fact) << " should be known";
  const Answer wanted =
      expected.is_string() ? Answer::Question : (expected.get<bool>() ? Answer::Yes : Answer::No);
  EXPECT_EQ(found->answer, wanted) << fhir::key(fact) << ": " << found->origin.reason;
}

void expectFacts(const fhir::ClinicalRecord& record, const nlohmann::json& expect) {
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    const auto expected = expect.find(std::string(fhir::key(fact)));
    if (expected != expect.end()) expectNumber(record, fact, *expected);
  }
  for (const fhir::Fact fact : fhir::kAnswerFacts) {
    const std::string key(fhir::key(fact));
    const auto expected = expect.find(key);
    if (expected != expect.end()) expectAnswer(record, fact, *expected);
    const auto assumed = expect.value("assumed", std::vector<std::string>());
    const bool isAssumed = std::find(assumed.begin(), assumed.end(), key) != assumed.end();
    if (isAssumed) {
      ASSERT_NE(record.answer(fact), nullptr) << key;
      EXPECT_TRUE(record.answer(fact)->assumed) << key;
    }
    const auto former = expect.value("former", nlohmann::json::object());
    if (former.contains(key)) {
      ASSERT_NE(record.answer(fact), nullptr) << key;
      EXPECT_EQ(record.answer(fact)->former, former[key].get<bool>() ? Answer::Yes : Answer::No);
    }
  }
}

/// By fact: the sources that were passed over, each with a sentence that begins as given.
void expectPassedOver(const fhir::ClinicalRecord& record, const nlohmann::json& expect) {
  for (const fhir::Fact fact : fhir::kNumberFacts) {
    const auto expected = expect.value("passedOver", nlohmann::json::object())
                              .value(std::string(fhir::key(fact)), nlohmann::json::object());
    for (const auto& entry : expected.items()) {
      ASSERT_NE(record.number(fact), nullptr) << fhir::key(fact);
      const auto& all = record.number(fact)->origin.passedOver;
      const auto start = entry.value().get<std::string>();
      EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                              [&](const fhir::PassedOver& each) {
                                return each.source == entry.key() &&
                                       each.message.starts_with(start);
                              }))
          << entry.key() << " should be passed over";
    }
  }
}

void expectFindings(const fhir::ClinicalRecord& record, const nlohmann::json& expect) {
  const auto found = findingsOf(record);
  for (const auto& each : expect.value("findings", std::vector<std::string>())) {
    EXPECT_NE(std::find(found.begin(), found.end(), each), found.end())
        << "missing: " << each << "\nfound: " << testing::PrintToString(found);
  }
  for (const auto& each : expect.value("noFindings", std::vector<std::string>())) {
    EXPECT_FALSE(hasFindingCode(record, each)) << each;
  }
  for (const auto& words : expect.value("messages", std::vector<std::string>())) {
    EXPECT_TRUE(std::any_of(
        record.findings.begin(), record.findings.end(),
        [&](const fhir::Finding& each) { return each.message.find(words) != std::string::npos; }))
        << words;
  }
}

void expectPatient(const fhir::Patient& patient, const nlohmann::json& expect) {
  if (expect.contains("name")) EXPECT_EQ(patient.name, expect.value("name", ""));
  if (expect.contains("deceased")) EXPECT_EQ(patient.deceased, expect.value("deceased", false));
  if (expect.contains("sex")) EXPECT_EQ(patient.sex, fhir::Sex::Unknown);
  const std::string race = expect.value("race", "");
  if (race == "black") EXPECT_EQ(patient.race, fhir::Race::Black);
  if (race == "other") EXPECT_EQ(patient.race, fhir::Race::Other);
  if (race == "not-recorded") EXPECT_EQ(patient.race, fhir::Race::NotRecorded);
}

TEST_P(QuirkTest, IsReadAsACarefulClinicianWould) {
  const Quirk quirk = readQuirk(pathOfQuirk(GetParam()));
  fhir::RecordReader reader;
  std::size_t problems = 0;
  for (const std::string& document : quirk.documents) {
    problems += reader.read(document).problems.size();
  }
  EXPECT_EQ(problems, quirk.expect.value("problems", std::size_t{0}));
  const auto ids = quirk.expect.value("patients", std::vector<std::string>{"p1"});
  ASSERT_EQ(reader.patientIds(), ids);
  if (ids.empty()) return;
  const auto asOf = fhir::parseDate(quirk.asOf);
  ASSERT_TRUE(asOf.has_value());
  const auto record = reader.record("p1", *asOf);
  ASSERT_TRUE(record.has_value());
  expectFacts(*record, quirk.expect);
  expectFindings(*record, quirk.expect);
  expectPassedOver(*record, quirk.expect);
  expectPatient(record->patient, quirk.expect);
}

INSTANTIATE_TEST_SUITE_P(Record, QuirkTest, testing::ValuesIn(quirkNames()), nameOf);

}  // namespace
