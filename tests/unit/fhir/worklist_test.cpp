#include "fhir/worklist.h"

#include <gtest/gtest.h>

#include "fhir/capability.h"
#include "fhir/operation_outcome.h"

namespace {

using fhir::AnswerErrorCode;

TEST(Worklist, ReadsListsAndGroupsOfPatients) {
  const auto page = fhir::readWorklists(R"({"resourceType":"Bundle","type":"searchset",
    "link":[{"relation":"next","url":"https://ehr.example/fhir/List?p=2"}],
    "entry":[{"resource":{"resourceType":"List","id":"l1","status":"current","title":"Today",
      "entry":[{"item":{"reference":"Patient/a"}},{"item":{"reference":"Patient/a"}},
               {"item":{"reference":"Patient/b"},"deleted":true},
               {"item":{"reference":"Practitioner/c"}},{"item":{"reference":"Patient/../x"}}]}},
     {"resource":{"resourceType":"Group","id":"g1","type":"person","name":"Heart clinic",
      "member":[{"entity":{"reference":"Patient/b"}},
                {"entity":{"reference":"Patient/c"},"inactive":true}]}},
     {"resource":{"resourceType":"List","id":"l2","status":"entered-in-error"}}]})");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->worklists.size(), 2U);
  EXPECT_EQ(page->worklists[0].title, "Today");
  EXPECT_EQ(page->worklists[0].patientIds, std::vector<std::string>{"a"});
  EXPECT_EQ(page->worklists[1].reference, "Group/g1");
  EXPECT_EQ(page->worklists[1].count, 1U);
  EXPECT_EQ(page->next, "https://ehr.example/fhir/List?p=2");
}

TEST(Worklist, ReadsPatientSummaries) {
  const auto page = fhir::readPatients(R"({"resourceType":"Patient","id":"a","gender":"female",
    "name":[{"given":["Ana"],"family":"Lopez"}],"birthDate":"1961-05",
    "identifier":[{"system":"urn:nhi","value":"ZZZ0016"}]})");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->patients.size(), 1U);
  EXPECT_EQ(page->patients[0].name, "Ana Lopez");
  EXPECT_EQ(page->patients[0].identifiers.front().value, "ZZZ0016");
}

TEST(Worklist, LosesOnlyTheCharacterWhereATextHoldsHalfAOne) {
  const auto patients = fhir::readPatients(R"({"resourceType":"Bundle","entry":[
    {"resource":{"resourceType":"Patient","id":"a","name":[{"text":"Ana \ud83d"}]}},
    {"resource":{"resourceType":"Patient","id":"b","name":[{"text":"Bo \ud83d\ude00"}]}}]})");
  ASSERT_TRUE(patients.ok());
  ASSERT_EQ(patients->patients.size(), 2U);
  EXPECT_EQ(patients->patients[0].name, "Ana \xEF\xBF\xBD");
  EXPECT_EQ(patients->patients[1].name, "Bo \xF0\x9F\x98\x80");
  const auto lists = fhir::readWorklists(R"({"resourceType":"Bundle","entry":[
    {"resource":{"resourceType":"List","id":"l1","status":"current","title":"\ude00Today"}}]})");
  ASSERT_TRUE(lists.ok());
  EXPECT_EQ(lists->worklists.front().title, "\xEF\xBF\xBDToday");
}

TEST(Worklist, LosesOnlyTheNumberThatNoDoubleHolds) {
  const auto page = fhir::readPatients(R"({"resourceType":"Bundle","total":1e999,"entry":[
    {"resource":{"resourceType":"Patient","id":"a","multipleBirthInteger":-1e400}}]})");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->patients.size(), 1U);
}

TEST(Worklist, RefusesAnAnswerThatIsNoSingleResource) {
  for (const char* text : {R"({"resourceType":"Patient","id":"\ud83d"}{})", R"(["\ud83d"])",
                           R"({"resourceType":"Patient","id":"\ud83d")",
                           "junk\n{\"resourceType\":\"Patient\",\"id\":\"\\ud83d\"}", R"("\ud83d")",
                           R"(5 {"resourceType":"Patient","id":"\ud83d"})"}) {
    EXPECT_FALSE(fhir::readPatients(text).ok()) << text;
  }
}

TEST(Worklist, NamesWhatStoodInPlaceOfTheAnswer) {
  EXPECT_EQ(fhir::readWorklists("<html></html>").error().code, AnswerErrorCode::Html);
  EXPECT_EQ(fhir::readPatients(R"({"resourceType":"Binary"})").error().code,
            AnswerErrorCode::UnexpectedType);
}

TEST(Capability, IsReadThoughItsNameHoldsHalfACharacter) {
  const auto found = fhir::readCapability(R"({"resourceType":"CapabilityStatement",
    "fhirVersion":"4.0.1","software":{"name":"EHR \ud83d"}})");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->software, "EHR \xEF\xBF\xBD");
}

TEST(OperationOutcome, IsReadThoughItsWordsHoldHalfACharacter) {
  const auto issue = fhir::readOperationOutcome(R"({"resourceType":"OperationOutcome","issue":[
    {"severity":"error","code":"exception","diagnostics":"no \ud83d here"}]})");
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(issue->text, "no \xEF\xBF\xBD here");
}

TEST(Capability, TellsVersionAndWhatCanBeWritten) {
  const auto found = fhir::readCapability(R"({"resourceType":"CapabilityStatement",
    "fhirVersion":"4.0.1","software":{"name":"EHR"},"rest":[{"resource":[
      {"type":"RiskAssessment","interaction":[{"code":"create"}]},
      {"type":"Condition","interaction":[{"code":"search-type"}]}]}]})");
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->version, fhir::FhirVersion::R4);
  EXPECT_TRUE(found->canCreate("RiskAssessment"));
  EXPECT_TRUE(found->canRead("Condition"));
  EXPECT_FALSE(found->canCreate("Condition"));
}

TEST(Catalogue, Row108_ServerOfDstu2_IsRefusedByName) {
  const auto found =
      fhir::readCapability(R"({"resourceType":"Conformance","fhirVersion":"1.0.2"})");
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, AnswerErrorCode::UnsupportedVersion);
  EXPECT_EQ(found.error().detail, "FHIR DSTU2");
}

}  // namespace
