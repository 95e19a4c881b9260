import "server-only";
import nodemailer from "nodemailer";
import { env } from "@/lib/env";

/** What came of handing a mail to the server: taken, or why not, and whether trying again can help. `problem` is a code of ours with the figure of the server's answer. */
export type Delivery = { taken: true } | { taken: false; forGood: boolean; problem: string };

export type OutgoingMail = { to: string; subject: string; text: string; messageId: string };

const SECONDS = 1000;

export const mailIsSetUp = (): boolean => env.smtp !== undefined && env.mailFrom !== undefined;

/** The part of our address behind the @: the name under which this server greets, so that the machine's own name stays inside. */
export const mailDomain = (): string => env.mailFrom?.split("@")[1] ?? "localhost";

/** Hands one mail to the configured server, in the clear only within this machine. Never throws for what a server can do. */
export async function deliver({ to, subject, text, messageId }: OutgoingMail): Promise<Delivery> {
  const { smtp, mailFrom } = env;
  if (!smtp || !mailFrom) return { taken: false, forGood: false, problem: "unreachable" };
  const transport = nodemailer.createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: !smtp.secure && !smtp.loopback,
    ...(smtp.user ? { auth: { user: smtp.user, pass: smtp.password } } : {}),
    name: mailDomain(),
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 60 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from: mailFrom, to, subject, text, messageId, xMailer: false, headers: { "Auto-Submitted": "auto-generated" } });
    return { taken: true };
  } catch (error) {
    return failureOf(error as { code?: string; responseCode?: number });
  } finally {
    transport.close();
  }
}

/** Only the figure of an answer is kept: its words may repeat the address. */
function failureOf({ code, responseCode }: { code?: string; responseCode?: number }): Delivery {
  if (code === "EAUTH") return { taken: false, forGood: responseCode !== undefined && responseCode >= 500, problem: "sign_in" };
  if (code === "ETLS") return { taken: false, forGood: true, problem: "insecure" };
  if (responseCode !== undefined && responseCode >= 500) return { taken: false, forGood: true, problem: `refused ${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400) return { taken: false, forGood: false, problem: `refused_for_now ${responseCode}` };
  return { taken: false, forGood: false, problem: ["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "ECONNREFUSED", "ECONNRESET", "ENOTFOUND"].includes(code ?? "") ? "unreachable" : "other" };
}
