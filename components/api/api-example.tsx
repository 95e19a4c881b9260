import { useTranslations } from "next-intl";

/** How a program asks, ready to be copied; the address is the one that this reader uses. */
export function ApiExample({ address, placeId }: { address: string; placeId: string }) {
  const t = useTranslations("api.how");
  const read = `curl -s ${address}/api/v1/cases?view=outstanding \\\n  -H "Authorization: Bearer $TOKEN"`;
  const record = `curl -s ${address}/api/v1/cases \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H "Content-Type: application/json" \\\n  -H "Idempotency-Key: 2019-10-26-1" \\\n  -d '{"who": "unnamed", "count": 5, "seized": "2019-10-26", "placeId": "${placeId}"}'`;
  return (
    <div className="grid gap-3">
      <p>{t("explain")}</p>
      <p>
        <a className="link" href="/api/v1/openapi.json" data-testid="openapi">
          {t("document")}
        </a>
      </p>
      <Example words={t("read")} code={read} />
      <Example words={t("record")} code={record} />
    </div>
  );
}

function Example({ words, code }: { words: string; code: string }) {
  return (
    <div className="grid gap-1">
      <p>{words}</p>
      <pre className="overflow-x-auto rounded border border-line p-3 text-sm whitespace-pre-wrap wrap-anywhere" lang="en" translate="no">
        <code>{code}</code>
      </pre>
    </div>
  );
}
