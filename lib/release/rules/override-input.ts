import { z } from "zod";
import { choices, inputOf, line, long } from "@/lib/model/fields";
import type { Field, InputContext, ValuesOf } from "@/lib/model/fields";
import { conventions } from "../types";
import { readFields } from "./override-values";
import type { RuleList } from "./rule";

const ruleId = (): Field<string> => ({ kind: "line", class: "public", schema: () => z.string("required").regex(/^[a-z0-9.-]{1,64}$/, "unknown_option") });
const part = () => line(100);

const valueFields = { exact: part(), window: choices(conventions), hours: part(), term: part(), exceptional: part(), ratio: part(), chain: part(), rule: part(), fraction: part(), days: part() };

const fields = { ruleId: ruleId(), ...valueFields, source: line(500, { required: true }), reason: long(2000, { required: true }) };

/** The form of an organisation's own value: the fields of every list, of which a rule takes those of its own. */
export const overrideInput = inputOf(fields);
export type OverrideTyped = ValuesOf<typeof fields>;

/** The form that goes back to the law. */
export const restoreInput = inputOf({ ruleId: ruleId(), reason: long(2000, { required: true }) });

/** What was typed into the fields of a value, without those that were left empty. */
export const typedValue = (typed: OverrideTyped): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.keys(valueFields).flatMap((name) => {
      const value = typed[name as keyof typeof valueFields];
      return value.length === 0 ? [] : [[name, value]];
    }),
  );

/** The same form for a rule of one list, which also checks the value. */
export const overrideInputFor = (list: RuleList) => (context: InputContext) =>
  overrideInput(context).superRefine((typed, issues) => {
    const read = readFields(list, typedValue(typed));
    if (read.ok) return;
    issues.addIssue({ code: "custom", path: [read.field], message: read.code, ...(read.params ? { params: read.params } : {}) });
  });
