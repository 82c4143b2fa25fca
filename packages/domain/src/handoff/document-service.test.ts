import { describe, expect, it } from "vitest";
import { plainDate } from "../time/plain-date.ts";
import type { ServiceReceipt } from "./document-service.ts";
import { isUnserved, serviceGaps } from "./document-service.ts";

const receipt = (parts: Partial<ServiceReceipt>): ServiceReceipt => ({
  method: "direct",
  issuedOn: plainDate("2021-08-01"),
  servedOn: plainDate("2021-08-02"),
  receivedBy: null,
  relation: null,
  refusal: null,
  witness: null,
  servers: ["李林斌", "汤文俊"],
  ...parts,
});

describe("a receipt of service", () => {
  it("is whole when two people served it into the person's hands", () => {
    expect(serviceGaps(receipt({}))).toEqual([]);
    expect(serviceGaps(receipt({ servers: ["李林斌"] }))).toEqual(["two_servers"]);
  });

  it("names receiver and relation when somebody received it for the person", () => {
    expect(serviceGaps(receipt({ method: "proxy" }))).toEqual(["receiver", "relation"]);
    expect(serviceGaps(receipt({ method: "proxy", receivedBy: "周凤", relation: "母亲" }))).toEqual([]);
  });

  it("names refusal and witness when it was left there", () => {
    expect(serviceGaps(receipt({ method: "left" }))).toEqual(["refusal", "witness"]);
  });

  it("counts sixty days of public notice", () => {
    const announced = { method: "announced" as const, servers: [] };
    expect(serviceGaps(receipt({ ...announced, servedOn: plainDate("2021-09-29") }))).toEqual([
      "announcement_days",
    ]);
    expect(serviceGaps(receipt({ ...announced, servedOn: plainDate("2021-09-30") }))).toEqual([]);
  });

  it("is not served before it was written", () => {
    expect(serviceGaps(receipt({ servedOn: plainDate("2021-07-31") }))).toEqual(["before_issue"]);
  });
});

describe("a document that waits for its service", () => {
  const warning = { kind: "no_show_warning", number: null, issuedOn: plainDate("2021-08-01") } as const;

  it("is a warning without a receipt; what goes to an office needs none", () => {
    expect(isUnserved({ ...warning, receipts: [] })).toBe(true);
    expect(isUnserved({ ...warning, receipts: [receipt({})] })).toBe(false);
    expect(isUnserved({ ...warning, kind: "no_show_certificate", receipts: [] })).toBe(false);
  });
});
