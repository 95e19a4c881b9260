import "server-only";
import type { NextAuthOptions, Session } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { encode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { signInInput } from "@/lib/model/account";
import { AppError } from "@/lib/model/errors";
import { inputContext } from "@/lib/services/organisation";
import { ABSOLUTE_MS, findSignedIn, signIn, signOut } from "@/lib/services/sessions";
import { subKey } from "@/lib/vault/keys";
import { deviceOf, networkOf } from "./request";

/** The cookie holds nothing but a random session id; role, teams and name are read from the database on every request. */
type SidToken = JWT & { sid?: string };
export type SidSession = Session & { sid?: string };

const cookieName = () => (env.isSecure ? "__Host-erkin-session" : "erkin-session");
const cookieOptions = () => ({ httpOnly: true, sameSite: "strict" as const, path: "/", secure: env.isSecure });
const MAX_AGE = ABSOLUTE_MS / 1000;

export function authOptions(): NextAuthOptions {
  return {
    secret: subKey("session"),
    session: { strategy: "jwt", maxAge: MAX_AGE },
    useSecureCookies: env.isSecure,
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    debug: false,
    providers: [
      Credentials({
        credentials: { login: {}, password: {} },
        async authorize(credentials) {
          return { id: await signedInWith({ login: credentials?.login, password: credentials?.password }) };
        },
      }),
    ],
    events: {
      // Without this the cookie would go and the session stay.
      async signOut({ token }) {
        const { sid } = (token ?? {}) as SidToken;
        const signedIn = sid ? await findSignedIn(sid) : undefined;
        if (signedIn) await signOut(signedIn.actor);
      },
    },
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : (token as SidToken).sid }) as SidToken,
      session: ({ session, token }): SidSession => ({ expires: session.expires, sid: (token as SidToken).sid }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !url.startsWith("//") ? `${baseUrl}${url}` : baseUrl),
    },
  };
}

/** Reads what a script sent as strictly as the form; what goes wrong is named by its code, because next-auth puts it into an address. */
async function signedInWith(typed: { login: unknown; password: unknown }): Promise<string> {
  const parsed = signInInput(await inputContext()).safeParse(typed);
  if (!parsed.success) throw new AppError("wrong_credentials");
  const { login, password } = parsed.data;
  try {
    return (await signIn({ login, password, network: await networkOf(), device: await deviceOf() })).sid;
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("busy");
  }
}

/** Options of the cookies that hold a choice made before signing in, and nothing about anybody. */
export const plainCookie = () => ({ ...cookieOptions(), maxAge: 365 * 86_400 });

/** Puts a session that a service opened into the cookie, in next-auth's own format. */
export async function keepSession(sid: string): Promise<void> {
  const token = await encode({ token: { sid } as SidToken, secret: subKey("session"), maxAge: MAX_AGE });
  (await cookies()).set(cookieName(), token, { ...cookieOptions(), maxAge: MAX_AGE });
}

export async function dropSession(): Promise<void> {
  (await cookies()).delete({ name: cookieName(), ...cookieOptions() });
}
