import { useId } from "react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";

/** Fields of a long form that belong together, under one heading. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card role="group" aria-labelledby={id} className="grid gap-4">
      <h2 id={id}>{title}</h2>
      {children}
    </Card>
  );
}
