import type { TestFile } from "@rehab/schema/test-views";
import { showing } from "../matters/matter.ts";
import type { Matter } from "../matters/matter.ts";
import { loadTestPeople } from "./load-test-people.ts";
import type { TestPerson } from "./load-test-people.ts";
import { testFileOf } from "./test-file.ts";

/** A person's tests, and what follows them. */
export const testMatter: Matter<TestPerson, TestFile> = {
  name: "tests",
  load: loadTestPeople,
  caseOf: ({ facts }) => facts,
  show: testFileOf,
};

export const getTests = showing(testMatter);
