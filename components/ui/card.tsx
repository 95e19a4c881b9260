import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export function Card({ className, ...props }: ComponentProps<"div">) {
  return <div className={classNames("card", className)} {...props} />;
}
