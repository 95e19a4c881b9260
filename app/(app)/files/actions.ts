"use server";

import { describeInput, fileWithdrawalInput, linkInput } from "@/lib/model/file";
import { describeFile, linkFile, withdrawFile } from "@/lib/services/files";
import { formAction } from "@/lib/web/form-action";

const toFile = ({ fileId }: { fileId: string }): string => `/files/${fileId}`;

export const linkFileAction = formAction(linkInput, linkFile, toFile);
export const describeFileAction = formAction(describeInput, describeFile, toFile);
export const withdrawFileAction = formAction(fileWithdrawalInput, withdrawFile, toFile);
