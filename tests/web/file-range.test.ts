import { expect, it } from "vitest";
import { rangeOf } from "@/lib/web/file-stream";

it.each<[string | null, number, ReturnType<typeof rangeOf>]>([
  [null, 10, undefined],
  ["bytes=0-", 10, { from: 0, to: 10 }],
  ["bytes=2-3", 10, { from: 2, to: 4 }],
  ["bytes=2-99", 10, { from: 2, to: 10 }],
  ["bytes=-3", 10, { from: 7, to: 10 }],
  ["bytes=-99", 10, { from: 0, to: 10 }],
  ["bytes=10-", 10, null],
  ["bytes=5-4", 10, null],
  ["bytes=-0", 10, null],
  ["bytes=0-1,3-4", 10, undefined],
  ["rows=0-1", 10, undefined],
])("a range %j of %i bytes is %j", (header, size, range) => expect(rangeOf(header, size)).toEqual(range));
