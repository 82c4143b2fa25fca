import type { Endpoint } from "@rehab/schema/endpoint";
import { visitsEndpoints } from "@rehab/schema/visits";
import { changedByCase } from "../../api/changed-by-case.ts";

/** The answers that any record about a contact makes out of date. */
export const changedByContact: readonly Endpoint[] = [visitsEndpoints.ofPerson, ...changedByCase];
