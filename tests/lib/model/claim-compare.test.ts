import { describe, expect, it } from "vitest";
import { suggestionKinds } from "@/lib/claims/suggestion";
import { disputed, verdictOf } from "@/lib/model/claim-compare";
import { claimKinds } from "@/lib/model/vocabularies";

const zone = "Asia/Almaty";
const claim = (id: string, field: string, valueKind: string, value: string) => ({ id, field, valueKind, value });
const against = (...claims: ReturnType<typeof claim>[]) => disputed(claims, zone).map(({ id }) => id);

it("the kinds of claims are those that the reader of texts suggests", () => expect(claimKinds).toEqual(suggestionKinds));

describe("claims", () => {
  it("contradict each other where their dates have no instant in common, however exact they are", () => {
    expect(against(claim("a", "release", "when", "2019-10-31"), claim("b", "release", "when", "2019-10-31T16:00~"))).toEqual([]);
    expect(against(claim("a", "release", "when", "2019-10-30"), claim("b", "release", "when", "2019-10-31"), claim("c", "release", "when", "2019-10-29/2019-10-30"))).toEqual(["a", "b", "c"]);
  });

  it("of different facts, or of facts that can be several, do not", () => {
    expect(against(claim("a", "ruling", "when", "2019-10-22"), claim("b", "release", "when", "2019-10-31"))).toEqual([]);
    expect(against(claim("a", "event", "when", "2019-10-16"), claim("b", "event", "when", "2019-10-26"))).toEqual([]);
    expect(against(claim("a", "identity", "name", "Болат"), claim("b", "identity", "name", "Bolat"))).toEqual([]);
  });

  it("of counts contradict wherever they stand", () => {
    expect(against(claim("a", "event", "count", "exact:26"), claim("b", "event", "count", "far_more:"))).toEqual(["a", "b"]);
  });
});

describe("a claim beside the record", () => {
  it("agrees as far as known, differs, or meets nothing recorded", () => {
    const said = { valueKind: "when", value: "2019-10-31" };
    expect(verdictOf(said, ["2019-10-31T16:00~"], zone)).toBe("agrees");
    expect(verdictOf(said, ["2019-11-01"], zone)).toBe("differs");
    expect(verdictOf(said, ["2019-11-01", "2019-10-31"], zone)).toBe("agrees");
    expect(verdictOf(said, [], zone)).toBe("nothing_recorded");
    expect(verdictOf(said, undefined, zone)).toBe("none");
    expect(verdictOf({ valueKind: "", value: "" }, ["2019-10-31"], zone)).toBe("none");
    expect(verdictOf({ valueKind: "term", value: "P10D" }, ["P15D"], zone)).toBe("differs");
  });
});
