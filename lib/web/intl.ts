import "server-only";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/lib/i18n/messages";
import { currentLocale } from "./locale";

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
