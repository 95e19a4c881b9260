import { set } from "react-hook-form";
import type { FieldErrors, FieldValues } from "react-hook-form";
import type { FieldProblem } from "@/lib/model/form-state";

/** react-hook-form nests its errors by path; the whole form's problem (named by the empty path) goes under `root`. */
export function nestProblems(problems: Record<string, FieldProblem>): FieldErrors<FieldValues> {
  const errors: FieldErrors<FieldValues> = {};
  const shallowFirst = Object.entries(problems).sort(([a], [b]) => a.split(".").length - b.split(".").length);
  for (const [name, problem] of shallowFirst) set(errors, name === "" ? "root" : name, { type: problem.code, params: problem.params });
  return errors;
}

/** The inverse of `nestProblems`. */
export function flatProblems(errors: object, prefix = ""): Record<string, FieldProblem> {
  return Object.entries(errors).reduce<Record<string, FieldProblem>>((flat, [key, value]) => {
    if (typeof value !== "object" || value === null || key === "ref" || key === "params" || key === "types") return flat;
    const name = prefix + key;
    const { type, params } = value as { type?: unknown; params?: FieldProblem["params"] };
    if (typeof type === "string") flat[name === "root" ? "" : name] = params ? { code: type, params } : { code: type };
    return Object.assign(flat, flatProblems(value as object, `${name}.`));
  }, {});
}
