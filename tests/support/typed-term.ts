import type { CalculatorValues } from "@/lib/model/calculator";

/** The founding scenario as typed into the calculator: ten days from a ruling of 22 October 2019. */
export const typedTerm: CalculatorValues = {
  placeId: null,
  country: "",
  zone: "",
  kind: "administrative_arrest",
  seized: null,
  delivered: null,
  ruling: "2019-10-22",
  countFrom: "not_stated",
  term: { d: 10 },
  secondTerm: null,
  relation: "unknown",
  secondStart: null,
  credits: [],
  interruptions: [],
  fraction: "whole",
  stated: null,
  statedWeekday: "none",
  observed: null,
};
