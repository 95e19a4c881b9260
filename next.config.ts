import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** A strict policy for whatever the proxy does not touch (static files); pages get the same with a nonce from proxy.ts. */
const base = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // `npm test` checks the types; the first start of an installation need not do it again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // A page has its title from its first byte on, whoever asks: a title that comes later leaves a moment without one, in which a screen reader has nothing to say.
  htmlLimitedBots: /./,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pg"],
  experimental: {
    // A proxy keeps a copy of each body; what is longer than an action may be is refused all the same, so no more of it need be kept.
    serverActions: { bodySizeLimit: "1mb" },
    proxyClientMaxBodySize: "2mb",
    // With it, following a link first shows the new page with an empty head, and its title a moment later: nothing to say for a screen reader meanwhile.
    optimisticRouting: false,
    // Nearly two hundred pages and routes, each with its code, take 60 MB from a small machine before anybody has asked for one.
    preloadEntriesOnStart: false,
  },
  headers: async () => [
    { source: "/:path*", headers: base },
    // What is set here wins over what a route says, and the last one wins here.
    { source: "/api/files/:path*", headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'" }] },
  ],
};

export default createNextIntlPlugin("./lib/web/intl.ts")(config);
