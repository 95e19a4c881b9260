"use server";

import { calculatorInput } from "@/lib/model/calculator";
import { calculateTerm } from "@/lib/services/calculator";
import { openPreviewAction } from "@/lib/web/preview-action";

export const calculateAction = openPreviewAction(calculatorInput, calculateTerm);
